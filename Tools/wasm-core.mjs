// Runs programs in the WebAssembly core, as any embedder would: node Tools/wasm-core.mjs core.wasm objects.bin FILE.py
// With `--suite DIR` (a checkout of MicroPython): its basics, float and micropython tests against their .exp files or python3.
import { readFileSync, statSync, existsSync, readdirSync } from 'node:fs'
import { spawnSync } from 'node:child_process'
import { dirname, join, basename } from 'node:path'

const [wasm, objects, ...rest] = process.argv.slice(2)
const module = new WebAssembly.Module(readFileSync(wasm))
const image = readFileSync(objects)
const IMAGE = 0x10100000, RECORD = 0x20013000, HEAP = Number(process.env.HEAP ?? 2 << 20), STACK = 64 << 10, TEXT = 0x27000000

class Panic extends Error {}

/// A fresh instance for each program: its memory is all of its state.
function execute(source, folder, limit) {
  let memory, output = []
  const bytes = (at, n) => new Uint8Array(memory.buffer, at >>> 0, n >>> 0)
  const text = (at, n) => Buffer.from(bytes(at, n)).toString()
  const started = process.hrtime.bigint()
  const host = {
    // TIMER (data sheet §4.6): microseconds since the start. TIMERAWH 0x40054024, TIMERAWL 0x40054028, TIMEHR …08, TIMELR …0c.
    register_read: (a) => {
      const us = (process.hrtime.bigint() - started) / 1000n
      switch (a >>> 0) {
        case 0x40054028: case 0x4005400c: if (limit && us > limit) throw new Panic('time is up'); return Number(us & 0xffffffffn) | 0
        case 0x40054024: case 0x40054008: return Number(us >> 32n) | 0
      }
      // SIO's spinlocks (data sheet §2.3.1.3) are free: there is no other core.
      if (a >>> 7 === 0xd0000100 >>> 7) return 1
      return 0
    },
    register_write: () => {},
    panic: (at, n) => { throw new Panic(text(at, n)) },
    write: (at, n) => { output.push(Buffer.from(bytes(at, n))) },
    file_stat: (at, n) => {
      try { const s = statSync(text(at, n)); return s.isDirectory() ? -2 : s.size } catch { return -1 }
    },
    file_read: (path, n, offset, to, count) => {
      try {
        const data = readFileSync(text(path, n)).subarray(offset, offset + count)
        bytes(to, data.length).set(data)
        return data.length
      } catch { return -2 }
    },
  }
  const core = new WebAssembly.Instance(module, { host, env: mathematics }).exports
  memory = core.memory
  bytes(IMAGE, image.length).set(image)
  core.core_create(RECORD, HEAP + STACK + 8192, STACK)
  bytes(TEXT, source.length).set(source)
  const path = Buffer.from(folder)
  bytes(TEXT + 0x800000, path.length).set(path)
  let status
  try { status = core.core_run(RECORD, TEXT, source.length, TEXT + 0x800000, path.length) } catch (e) {
    if (!(e instanceof Panic) && !(e instanceof WebAssembly.RuntimeError) && !(e instanceof RangeError)) throw e
    output.push(Buffer.from(`core: ${e.message}\n`))
    status = 3
  }
  return { status, output: Buffer.concat(output) }
}

const mathematics = Object.fromEntries(
  WebAssembly.Module.imports(module).filter((i) => i.module === 'env').map((i) => {
    const f = Math[i.name.replace(/f$/, '')] ?? { pow: Math.pow, fabs: Math.abs }[i.name]
    if (!f) throw new Error(`the core needs ${i.name}`)
    return [i.name, f]
  }))

if (rest[0] === '--suite') suite(rest[1], rest[2] ?? ''); else {
  const { status, output } = execute(readFileSync(rest[0]), dirname(rest[0]), 0n)
  process.stdout.write(output)
  process.exitCode = status
}

function suite(checkout, without) {
  // As run-tests.py, which asks first what there is.
  const lacks = without.includes('NativeEmitters') ? /^micropython\/(native|viper)_|^basics\/annotate/ : without.includes('LoadableModules') ? /import_mpy/ : null
  let passed = 0, skipped = 0
  // What the hosted board's suite does otherwise on purpose (Tests/Conformance), and syntax that is refused: run-tests.py asks for it first.
  const differs = new Set(readFileSync(join(import.meta.dirname, '../Tests/Conformance/unsupported.txt'), 'utf8').split('\n')
    .filter((l) => /^\w+\//.test(l)).map((l) => l.split(/\s/)[0]))
  const failed = [], only = process.env.TESTS ? new RegExp(process.env.TESTS) : null
  for (const folder of ['basics', 'float', 'micropython']) {
    const tests = join(checkout, 'tests', folder)
    for (const name of readdirSync(tests).filter((n) => n.endsWith('.py')).sort()) {
      if (only && !only.test(`${folder}/${name}`)) continue
      if (lacks?.test(`${folder}/${name}`) || /tstring/.test(name) || differs.has(`${folder}/${name}`)) { skipped++; continue }
      const file = join(tests, name), exp = file + '.exp'
      if (process.env.VERBOSE) console.log(name)
      const { output } = execute(readFileSync(file), tests, 20_000_000n)
      if (output.toString().startsWith('SKIP')) { skipped++; continue }
      const expected = existsSync(exp) ? readFileSync(exp) : spawnSync('sh', ['-c', 'python3 -BS "$0" 2>&1', file], { env: { ...process.env, PYTHONPATH: '', PYTHONIOENCODING: 'utf-8' } }).stdout
      const plain = (b) => b.toString('latin1').replaceAll('\r\n', '\n').replace(/(Ran \d+ tests?) in [\d.]+s/, '$1')
      if (matches(plain(output), plain(expected), /meminfo|weakref_callback_exception/.test(name))) passed++; else failed.push(`${folder}/${name}`)
    }
  }
  if (failed.length) console.log(`differ: ${failed.join(' ')}`)
  console.log(`${passed} passed, ${failed.length} failed, ${skipped} skipped`)
  // What needs a board's tasks, files or threads is listed; everything else must pass.
  const known = new Set(readFileSync(join(import.meta.dirname, 'wasm-core.txt'), 'utf8').split('\n').filter((l) => l && !l.startsWith('#')).map((l) => l.split(/\s/)[0]))
  const surprising = failed.filter((n) => !known.has(n))
  if (surprising.length) { console.log(`not listed in Tools/wasm-core.txt: ${surprising.join(' ')}`); process.exitCode = 1 }
}

/// As run-tests.py: a line `########` stands for any lines.
function matches(got, expected, special) {
  if (got === expected) return true
  // Of a few tests the expected lines are patterns, with the escapes the other way round.
  if (special) {
    const line = (l) => l.replace(/\\(.)|([()[\]{}.*+^$])/g, (_, c, meant) => c ?? '\\' + meant)
    return new RegExp('^' + expected.split('########\n').map((part) => part.split('\n').map(line).join('\n')).join('[^]*') + '$').test(got)
  }
  if (!expected.includes('########\n')) return false
  const quote = (s) => s.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  return new RegExp('^' + expected.split('########\n').map(quote).join('[^]*') + '$').test(got)
}
