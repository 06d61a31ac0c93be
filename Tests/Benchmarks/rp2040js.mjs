// Runs an image on rp2040js until its UART0 has sent a text; prints host seconds (of the CPU) and emulated seconds. Bundled by Tools/bench-rp2040js, which
// puts the path of a checkout for CHECKOUT.
import * as fs from 'fs';
import { Simulator } from 'CHECKOUT/src/simulator.ts';
import { bootromB1 } from 'CHECKOUT/demo/bootrom.ts';

const [image, text] = process.argv.slice(2);
const simulator = new Simulator(), chip = simulator.rp2040;
chip.logger = { debug() {}, info() {}, warn() {}, error() {} };
chip.loadBootrom(bootromB1);
const bytes = fs.readFileSync(image);
if (bytes.readUInt32LE(0) === 0x0a324655) {
  for (let at = 0; at + 512 <= bytes.length; at += 512) {
    chip.flash.set(bytes.subarray(at + 32, at + 32 + bytes.readUInt32LE(at + 16)), bytes.readUInt32LE(at + 12) - 0x10000000);
  }
} else {
  chip.flash.set(bytes, 0);
}
let sent = '', done = false;
chip.uart[0].onByte = (byte) => {
  sent = (sent + String.fromCharCode(byte)).slice(-200);
  done = done || sent.includes(text);
};
chip.core.PC = 0x10000000;
const begin = process.cpuUsage().user, cycle = 8;
while (!done && process.cpuUsage().user - begin < 300e6) {
  // As its own Simulator.execute does, without going back to the event loop.
  for (let i = 0; i < 1000000 && !done; i++) {
    if (chip.core.waiting) {
      const next = simulator.clock.nanosToNextAlarm;
      simulator.clock.tick(next);
    } else {
      simulator.clock.tick(chip.core.executeInstruction() * cycle);
    }
  }
}
console.log(`${(process.cpuUsage().user - begin) / 1e6} ${simulator.clock.nanos / 1e9} ${done}`);
process.exit(0);
