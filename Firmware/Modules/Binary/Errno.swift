import Python

// Module errno: Linux's numbers, which are what OSError carries everywhere in the firmware.
//@module errno
//@qstr errorcode
//@const errno:EPERM 1
//@const errno:ENOENT 2
//@const errno:EINTR 4
//@const errno:EIO 5
//@const errno:ENXIO 6
//@const errno:EBADF 9
//@const errno:EAGAIN 11
//@const errno:ENOMEM 12
//@const errno:EACCES 13
//@const errno:EBUSY 16
//@const errno:EEXIST 17
//@const errno:EXDEV 18
//@const errno:ENODEV 19
//@const errno:ENOTDIR 20
//@const errno:EISDIR 21
//@const errno:EINVAL 22
//@const errno:EMFILE 24
//@const errno:EFBIG 27
//@const errno:ENOSPC 28
//@const errno:ESPIPE 29
//@const errno:EROFS 30
//@const errno:EPIPE 32
//@const errno:EDOM 33
//@const errno:ERANGE 34
//@const errno:ENAMETOOLONG 36
//@const errno:ENOSYS 38
//@const errno:ENOTEMPTY 39
//@const errno:EPROTO 71
//@const errno:EMSGSIZE 90
//@const errno:EOPNOTSUPP 95
//@const errno:EADDRINUSE 98
//@const errno:EADDRNOTAVAIL 99
//@const errno:ENETUNREACH 101
//@const errno:ECONNABORTED 103
//@const errno:ECONNRESET 104
//@const errno:ENOBUFS 105
//@const errno:EISCONN 106
//@const errno:ENOTCONN 107
//@const errno:ETIMEDOUT 110
//@const errno:ECONNREFUSED 111
//@const errno:EHOSTUNREACH 113
//@const errno:EALREADY 114
//@const errno:EINPROGRESS 115
//@const errno:ECANCELED 125

/// `errorcode`: the names by number, made of the constants above.
//@native errno:__init__ 1 1
func errnoInit(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let all = vm.slot(), names = vm.slot(), name = vm.slot(), number = vm.slot()
  vm.set(all, vm(a[0]).at(1))
  try vm.newDict(names)
  var i: UInt32 = 0
  while vm.dictNext(all, &i, key: name, value: number) { if vm(number).value.isInt { try vm.dictSet(names, number, name) } }
  vm.fixDict(names)
  try vm.setAttribute(a[0], Q.errorcode, names)
  vm.set(out, .none)
}
