/** Four SHA-256 compressions at once. @see FIPS 180-4 §6.2.2 */
import { STATE, WORDS, add, addState, choose, right, xor } from './lanes';

/** @see FIPS 180-4 §4.2.2 */
const K: usize = memory.data<u32>([
  0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
  0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
  0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
  0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
  0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
  0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
  0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
  0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
]);

/** h + Σ1(e) + Ch(e, f, g) + K + W: all of a SHA-256 round that both new words need. @see FIPS 180-4 §6.2.2 */
@inline
function first256(e: v128, f: v128, g: v128, h: v128, k: usize, w: usize, i: usize): v128 {
  const sum = xor(xor(right(e, 6), right(e, 11)), right(e, 25));
  return add(add(add(h, add(v128.load(w + 16 * i), v128.load32_splat(k + 4 * i))), choose(e, f, g)), sum);
}

@inline
function sum256(a: v128): v128 {
  return xor(xor(right(a, 2), right(a, 13)), right(a, 22));
}

/** Maj(a, b, c) = b ^ ((a ^ b) & (b ^ c)); the a ^ b of a round is the b ^ c of the next. */
@inline
function majority(b: v128, ab: v128, bc: v128): v128 {
  return xor(b, v128.and(ab, bc));
}

/** The word sixteen rounds on. @see FIPS 180-4 §6.2.2 step 1 */
@inline
function expand256(w: usize): void {
  const x = v128.load(w, 16);
  const y = v128.load(w, 14 * 16);
  const s0 = xor(xor(right(x, 7), right(x, 18)), i32x4.shr_u(x, 3));
  const s1 = xor(xor(right(y, 17), right(y, 19)), i32x4.shr_u(y, 10));
  v128.store(w, add(add(v128.load(w), s0), add(v128.load(w, 9 * 16), s1)), 16 * 16);
}

/** @returns where it is the last compression: the last word of the digests; the state is then left as it was */
export function sha256x4(last: bool): v128 {
  let a = v128.load(STATE);
  let b = v128.load(STATE, 16);
  let c = v128.load(STATE, 32);
  let d = v128.load(STATE, 48);
  let e = v128.load(STATE, 64);
  let f = v128.load(STATE, 80);
  let g = v128.load(STATE, 96);
  let h = v128.load(STATE, 112);
  let y = xor(b, c);
  let x: v128;
  let w = WORDS;
  let k = K;
  for (; k < K + 48 * 4; k += 8 * 4) {
    h = first256(e, f, g, h, k, w, 0), d = add(d, h), x = xor(a, b), h = add(h, add(sum256(a), majority(b, x, y)));
    expand256(w + 0);
    g = first256(d, e, f, g, k, w, 1), c = add(c, g), y = xor(h, a), g = add(g, add(sum256(h), majority(a, y, x)));
    expand256(w + 16);
    f = first256(c, d, e, f, k, w, 2), b = add(b, f), x = xor(g, h), f = add(f, add(sum256(g), majority(h, x, y)));
    expand256(w + 32);
    e = first256(b, c, d, e, k, w, 3), a = add(a, e), y = xor(f, g), e = add(e, add(sum256(f), majority(g, y, x)));
    expand256(w + 48);
    d = first256(a, b, c, d, k, w, 4), h = add(h, d), x = xor(e, f), d = add(d, add(sum256(e), majority(f, x, y)));
    expand256(w + 64);
    c = first256(h, a, b, c, k, w, 5), g = add(g, c), y = xor(d, e), c = add(c, add(sum256(d), majority(e, y, x)));
    expand256(w + 80);
    b = first256(g, h, a, b, k, w, 6), f = add(f, b), x = xor(c, d), b = add(b, add(sum256(c), majority(d, x, y)));
    expand256(w + 96);
    a = first256(f, g, h, a, k, w, 7), e = add(e, a), y = xor(b, c), a = add(a, add(sum256(b), majority(c, y, x)));
    expand256(w + 112);
    w += 8 * 16;
  }
  // Eight rounds more, and eight again, with no word left to make.
  h = first256(e, f, g, h, k, w, 0), d = add(d, h), x = xor(a, b), h = add(h, add(sum256(a), majority(b, x, y)));
  g = first256(d, e, f, g, k, w, 1), c = add(c, g), y = xor(h, a), g = add(g, add(sum256(h), majority(a, y, x)));
  f = first256(c, d, e, f, k, w, 2), b = add(b, f), x = xor(g, h), f = add(f, add(sum256(g), majority(h, x, y)));
  e = first256(b, c, d, e, k, w, 3), a = add(a, e), y = xor(f, g), e = add(e, add(sum256(f), majority(g, y, x)));
  d = first256(a, b, c, d, k, w, 4), h = add(h, d), x = xor(e, f), d = add(d, add(sum256(e), majority(f, x, y)));
  c = first256(h, a, b, c, k, w, 5), g = add(g, c), y = xor(d, e), c = add(c, add(sum256(d), majority(e, y, x)));
  b = first256(g, h, a, b, k, w, 6), f = add(f, b), x = xor(c, d), b = add(b, add(sum256(c), majority(d, x, y)));
  a = first256(f, g, h, a, k, w, 7), e = add(e, a), y = xor(b, c), a = add(a, add(sum256(b), majority(c, y, x)));
  k += 8 * 4;
  w += 8 * 16;
  h = first256(e, f, g, h, k, w, 0), d = add(d, h), x = xor(a, b), h = add(h, add(sum256(a), majority(b, x, y)));
  g = first256(d, e, f, g, k, w, 1), c = add(c, g), y = xor(h, a), g = add(g, add(sum256(h), majority(a, y, x)));
  f = first256(c, d, e, f, k, w, 2), b = add(b, f), x = xor(g, h), f = add(f, add(sum256(g), majority(h, x, y)));
  e = first256(b, c, d, e, k, w, 3), a = add(a, e), y = xor(f, g), e = add(e, add(sum256(f), majority(g, y, x)));
  if (last) {
    // The e of round 60 moves on to f, g and h in the three that are left out.
    return add(v128.load(STATE, 7 * 16), add(h, first256(a, b, c, d, k, w, 4)));
  }
  d = first256(a, b, c, d, k, w, 4), h = add(h, d), x = xor(e, f), d = add(d, add(sum256(e), majority(f, x, y)));
  c = first256(h, a, b, c, k, w, 5), g = add(g, c), y = xor(d, e), c = add(c, add(sum256(d), majority(e, y, x)));
  b = first256(g, h, a, b, k, w, 6), f = add(f, b), x = xor(c, d), b = add(b, add(sum256(c), majority(d, x, y)));
  a = first256(f, g, h, a, k, w, 7), e = add(e, a), y = xor(b, c), a = add(a, add(sum256(b), majority(c, y, x)));
  addState(0, a);
  addState(1, b);
  addState(2, c);
  addState(3, d);
  addState(4, e);
  addState(5, f);
  addState(6, g);
  addState(7, h);
  return h;
}
