/** Four SHA-1 compressions at once. @see FIPS 180-4 §6.1.2 */
import { STATE, WORDS, add, addState, choose, left, xor } from './lanes';

/** What a SHA-1 round adds beside rotl5(a): e + f + K + W. @see FIPS 180-4 §6.1.2 */
@inline
function first1(f: v128, e: v128, k: v128, w: usize, i: usize): v128 {
  return add(add(e, add(v128.load(w + 16 * i), k)), f);
}

@inline
function parity(x: v128, y: v128, z: v128): v128 {
  return xor(x, xor(y, z));
}

/** Maj of FIPS 180-4 §4.1, one operation shorter. */
@inline
function most(x: v128, y: v128, z: v128): v128 {
  return v128.or(v128.and(x, y), v128.and(z, v128.or(x, y)));
}

/** As `sha256x4`. */
export function sha1x4(last: bool): v128 {
  for (let w = WORDS; w < WORDS + 64 * 16; w += 16) {
    const x = xor(xor(v128.load(w), v128.load(w, 2 * 16)), xor(v128.load(w, 8 * 16), v128.load(w, 13 * 16)));
    v128.store(w, left(x, 1), 16 * 16);
  }
  let a = v128.load(STATE);
  let b = v128.load(STATE, 16);
  let c = v128.load(STATE, 32);
  let d = v128.load(STATE, 48);
  let e = v128.load(STATE, 64);
  let w = WORDS;
  let k = i32x4.splat(0x5a827999);
  for (; w < WORDS + 20 * 16; w += 5 * 16) {
    e = add(first1(choose(b, c, d), e, k, w, 0), left(a, 5)), b = left(b, 30);
    d = add(first1(choose(a, b, c), d, k, w, 1), left(e, 5)), a = left(a, 30);
    c = add(first1(choose(e, a, b), c, k, w, 2), left(d, 5)), e = left(e, 30);
    b = add(first1(choose(d, e, a), b, k, w, 3), left(c, 5)), d = left(d, 30);
    a = add(first1(choose(c, d, e), a, k, w, 4), left(b, 5)), c = left(c, 30);
  }
  k = i32x4.splat(0x6ed9eba1);
  for (; w < WORDS + 40 * 16; w += 5 * 16) {
    e = add(first1(parity(b, c, d), e, k, w, 0), left(a, 5)), b = left(b, 30);
    d = add(first1(parity(a, b, c), d, k, w, 1), left(e, 5)), a = left(a, 30);
    c = add(first1(parity(e, a, b), c, k, w, 2), left(d, 5)), e = left(e, 30);
    b = add(first1(parity(d, e, a), b, k, w, 3), left(c, 5)), d = left(d, 30);
    a = add(first1(parity(c, d, e), a, k, w, 4), left(b, 5)), c = left(c, 30);
  }
  k = i32x4.splat(0x8f1bbcdc);
  for (; w < WORDS + 60 * 16; w += 5 * 16) {
    e = add(first1(most(b, c, d), e, k, w, 0), left(a, 5)), b = left(b, 30);
    d = add(first1(most(a, b, c), d, k, w, 1), left(e, 5)), a = left(a, 30);
    c = add(first1(most(e, a, b), c, k, w, 2), left(d, 5)), e = left(e, 30);
    b = add(first1(most(d, e, a), b, k, w, 3), left(c, 5)), d = left(d, 30);
    a = add(first1(most(c, d, e), a, k, w, 4), left(b, 5)), c = left(c, 30);
  }
  k = i32x4.splat(0xca62c1d6);
  for (; w < WORDS + 75 * 16; w += 5 * 16) {
    e = add(first1(parity(b, c, d), e, k, w, 0), left(a, 5)), b = left(b, 30);
    d = add(first1(parity(a, b, c), d, k, w, 1), left(e, 5)), a = left(a, 30);
    c = add(first1(parity(e, a, b), c, k, w, 2), left(d, 5)), e = left(e, 30);
    b = add(first1(parity(d, e, a), b, k, w, 3), left(c, 5)), d = left(d, 30);
    a = add(first1(parity(c, d, e), a, k, w, 4), left(b, 5)), c = left(c, 30);
  }
  if (last) {
    // The a of round 75 moves on to b, c, d and e, turned once, in the four that are left out.
    return add(v128.load(STATE, 4 * 16), left(add(first1(parity(b, c, d), e, k, w, 0), left(a, 5)), 30));
  }
  e = add(first1(parity(b, c, d), e, k, w, 0), left(a, 5)), b = left(b, 30);
  d = add(first1(parity(a, b, c), d, k, w, 1), left(e, 5)), a = left(a, 30);
  c = add(first1(parity(e, a, b), c, k, w, 2), left(d, 5)), e = left(e, 30);
  b = add(first1(parity(d, e, a), b, k, w, 3), left(c, 5)), d = left(d, 30);
  a = add(first1(parity(c, d, e), a, k, w, 4), left(b, 5)), c = left(c, 30);
  addState(0, a);
  addState(1, b);
  addState(2, c);
  addState(3, d);
  addState(4, e);
  return e;
}
