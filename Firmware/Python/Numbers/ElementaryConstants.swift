// Constants of the elementary functions; computed with 1600 bits and rounded to the nearest.

extension Wide {
  /// ln 2
  static var ln2: Wide { Wide(normal: 0xb17217f7d1cf79ac, -1) }
  /// log₂ e
  static var log2e: Wide { Wide(normal: 0xb8aa3b295c17f0bc, 0) }
  /// log₁₀ e
  static var log10e: Wide { Wide(normal: 0xde5bd8a937287195, -2) }
  /// π / 2
  static var halfPi: Wide { Wide(normal: 0xc90fdaa22168c235, 0) }
  /// π
  static var pi: Wide { Wide(normal: 0xc90fdaa22168c235, 1) }
  /// √(2π)
  static var rootTwoPi: Wide { Wide(normal: 0xa06c98ffb1382cb3, 1) }
  /// 2 / √π
  static var twoOverRootPi: Wide { Wide(normal: 0x906eba8214db688d, 0) }
  /// ln √(2π)
  static var logRootTwoPi: Wide { Wide(normal: 0xeb3f8e4325f5a535, -1) }
  /// ln π
  static var logPi: Wide { Wide(normal: 0x928682473d0de85f, 0) }
  /// 1 less Euler's constant
  static var oneLessEuler: Wide { Wide(normal: 0xd8773039049e70b6, -2) }
}

/// log₂ e in 127 bits after the point, high and low word.
let log2eHigh: UInt64 = 0xb8aa3b295c17f0bb, log2eLow: UInt64 = 0xbe87fed0691d3e89
/// 2 log₂ e in 126 bits after the point.
let twoLog2eHigh: UInt64 = 0xb8aa3b295c17f0bb, twoLog2eLow: UInt64 = 0xbe87fed0691d3e89
/// 1/k! in 64 bits after the point, from k = 2.
let inverseFactorials: [20 of UInt64] = [
  0x8000000000000000, 0x2aaaaaaaaaaaaaab, 0x0aaaaaaaaaaaaaab, 0x0222222222222222,
  0x005b05b05b05b05b, 0x000d00d00d00d00d, 0x0001a01a01a01a02, 0x00002e3bc74aad8e,
  0x0000049f93edde28, 0x0000006b99159fd5, 0x00000008f76c77fc, 0x00000000b092309d,
  0x000000000c9cba54, 0x0000000000d73f9f, 0x00000000000d73fa, 0x000000000000ca96,
  0x0000000000000b41, 0x0000000000000098, 0x0000000000000008, 0x0000000000000000,
]
/// 1/(2k + 1) in 64 bits after the point, from k = 1.
let inverseOdd: [13 of UInt64] = [
  0x5555555555555555, 0x3333333333333333, 0x2492492492492492, 0x1c71c71c71c71c72,
  0x1745d1745d1745d1, 0x13b13b13b13b13b1, 0x1111111111111111, 0x0f0f0f0f0f0f0f0f,
  0x0d79435e50d79436, 0x0c30c30c30c30c31, 0x0b21642c8590b216, 0x0a3d70a3d70a3d71,
  0x097b425ed097b426,
]
/// 2^(i/8) in 63 bits after the point.
let eighthPowers: [8 of UInt64] = [
  0x8000000000000000, 0x8b95c1e3ea8bd6e7, 0x9837f0518db8a96f, 0xa5fed6a9b15138ea,
  0xb504f333f9de6484, 0xc5672a115506dadd, 0xd744fccad69d6af4, 0xeac0c6e7dd24392f,
]
/// atan(i/8) in 64 bits after the point.
let eighthArcs: [9 of UInt64] = [
  0x0000000000000000, 0x1fd5ba9aac2f6dc6, 0x3eb6ebf25901bac5, 0x5bd86507937bc23a,
  0x76b19c1586ed3da3, 0x8f005d5ef7f59f9b, 0xa4bc7d1934f70924, 0xb8053e2bc2319e74,
  0xc90fdaa22168c235,
]
/// 2/π, 1216 bits after the point.
let twoOverPi: [19 of UInt64] = [
  0xa2f9836e4e441529, 0xfc2757d1f534ddc0, 0xdb6295993c439041, 0xfe5163abdebbc561,
  0xb7246e3a424dd2e0, 0x06492eea09d1921c, 0xfe1deb1cb129a73e, 0xe88235f52ebb4484,
  0xe99c7026b45f7e41, 0x3991d639835339f4, 0x9c845f8bbdf9283b, 0x1ff897ffde05980f,
  0xef2f118b5a0a6d1f, 0x6d367ecf27cb09b7, 0x4f463f669e5fea2d, 0x7527bac7ebe5f17b,
  0x3d0739f78a5292ea, 0x6bfb5fb11f8d5d08, 0x56033046fc7b6bab,
]
/// (ζ(k) - 1)/k in 64 bits after the point, from k = 2.
let zetaTerms: [30 of UInt64] = [
  0x528d3312983e9918, 0x113e001a55760681, 0x0544c8ab1f6120db, 0x01e404fc218f5f18,
  0x00bd6eb756db617f, 0x004e2b170afe381f, 0x002166d5f0c72dd1, 0x000e9fea63b697e4,
  0x0006849ec3c5f597, 0x0002f1bcb7af903e, 0x0001580dcee66eb0, 0x00009e5e4b1e7112,
  0x00004965e8e7cd2b, 0x000022365d6ecf2b, 0x000010064cdeb22f, 0x0000078980364f3f,
  0x0000038ed7767e0f, 0x000001af5a6cbbf9, 0x000000ccdc9e1038, 0x000000618b1cd37d,
  0x0000002e8d3b599f, 0x00000016434a8448, 0x0000000aaad43c00, 0x000000051ec59e49,
  0x00000002762ba566, 0x000000012f69a9fb, 0x000000009249951a, 0x00000000469f09bb,
  0x0000000022222dcd, 0x00000000108424cc,
]
/// |B(2k)| / (2k (2k - 1)) in 64 bits after the point, from k = 1; the signs alternate.
let stirlingTerms: [9 of UInt64] = [
  0x1555555555555555, 0x00b60b60b60b60b6, 0x0034034034034034, 0x0027027027027027,
  0x00372a3c5631fe47, 0x007daac36664f1f2, 0x01a41a41a41a41a4, 0x0790a1b2c3d4e5f7,
  0x2dfd2c703c0cfff4,
]
