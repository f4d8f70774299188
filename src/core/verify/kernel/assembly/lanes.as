/** Four hashes side by side: word i of each, one a lane, is vector i. What both compression functions stand on. */

export const STATE: usize = memory.data(8 * 16, 16);
/** The block's sixteen words, and those that the function makes of them. */
export const WORDS: usize = memory.data(80 * 16, 16);

@inline
export function add(x: v128, y: v128): v128 {
  return i32x4.add(x, y);
}

@inline
export function xor(x: v128, y: v128): v128 {
  return v128.xor(x, y);
}

@inline
export function left(x: v128, n: i32): v128 {
  return v128.or(i32x4.shl(x, n), i32x4.shr_u(x, 32 - n));
}

@inline
export function right(x: v128, n: i32): v128 {
  return left(x, 32 - n);
}

@inline
export function addState(i: usize, x: v128): void {
  v128.store(STATE + 16 * i, add(v128.load(STATE + 16 * i), x));
}

/** Ch of FIPS 180-4 §4.1, one operation shorter. */
@inline
export function choose(x: v128, y: v128, z: v128): v128 {
  return xor(z, v128.and(x, xor(y, z)));
}

@inline
export function swapBytes(x: v128): v128 {
  return v128.shuffle<u8>(x, x, 3, 2, 1, 0, 7, 6, 5, 4, 11, 10, 9, 8, 15, 14, 13, 12);
}

@inline
export function gather(a: usize, b: usize, c: usize, d: usize, to: usize): void {
  turn(v128.load(a), v128.load(b), v128.load(c), v128.load(d), to, to + 16, to + 32, to + 48);
}

@inline
export function scatter(from: usize, a: usize, b: usize, c: usize, d: usize): void {
  turn(v128.load(from), v128.load(from, 16), v128.load(from, 32), v128.load(from, 48), a, b, c, d);
}

/** Transposes. */
@inline
export function turn(a: v128, b: v128, c: v128, d: v128, toA: usize, toB: usize, toC: usize, toD: usize): void {
  const low0 = v128.shuffle<u32>(a, b, 0, 4, 1, 5);
  const low1 = v128.shuffle<u32>(c, d, 0, 4, 1, 5);
  const high0 = v128.shuffle<u32>(a, b, 2, 6, 3, 7);
  const high1 = v128.shuffle<u32>(c, d, 2, 6, 3, 7);
  v128.store(toA, v128.shuffle<u64>(low0, low1, 0, 2));
  v128.store(toB, v128.shuffle<u64>(low0, low1, 1, 3));
  v128.store(toC, v128.shuffle<u64>(high0, high1, 0, 2));
  v128.store(toD, v128.shuffle<u64>(high0, high1, 1, 3));
}
