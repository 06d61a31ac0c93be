// Defaults of the interpreter's hooks, for programs that have no board around it (tests of the interpreter, tools).
#include "CPort.h"

__attribute__((weak)) void firmware_console_write(port_block *port, const uint8_t *text, uint32_t length) {}
__attribute__((weak)) uint32_t firmware_console_room(port_block *port, uint32_t length) { return length; }
__attribute__((weak)) int32_t firmware_console_read(port_block *port, uint8_t *to, uint32_t capacity, uint32_t wait) { return -1; }
__attribute__((weak)) int32_t firmware_file_stat(port_block *port, const uint8_t *path, uint32_t length) { return -1; }
__attribute__((weak)) int32_t firmware_file_read(port_block *port, const uint8_t *path, uint32_t length, uint32_t offset, uint32_t to, uint32_t count) { return -2; }
__attribute__((weak)) void firmware_python_yield(port_block *port, uint32_t state, uint32_t thread, uint32_t step) {}
__attribute__((weak)) uint32_t firmware_python_callbacks(port_block *port, uint32_t state, uint32_t thread, uint32_t step) { return 0; }
