#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#endif

func logarithm(_ x: Float) -> Float { logf(x) }
func absoluteSine(_ x: Double) -> Double { abs(sin(x)) }
