/** 64 bits, in two halves of 32: what Envoy hashes keys and addresses to. */
export interface Hash {
  readonly high: number;
  readonly low: number;
}

// A number in two halves, which the steps below work on: an object for each step would cost more than the step.
let high = 0;
let low = 0;

const set = (h: number, l: number): void => {
  high = h >>> 0;
  low = l >>> 0;
};

function add(h: number, l: number): void {
  const sum = low + (l >>> 0);
  high = (high + h + (sum > 0xffffffff ? 1 : 0)) >>> 0;
  low = sum >>> 0;
}

/** The upper 32 bits of the product of two numbers of 32. */
function upperProduct(a: number, b: number): number {
  const [aLow, aHigh, bLow, bHigh] = [a & 0xffff, a >>> 16, b & 0xffff, b >>> 16];
  const first = aHigh * bLow + ((aLow * bLow) >>> 16);
  const second = (first & 0xffff) + aLow * bHigh;
  return aHigh * bHigh + (first >>> 16) + (second >>> 16);
}

function multiply(h: number, l: number): void {
  const upper = upperProduct(low, l >>> 0) + Math.imul(high, l) + Math.imul(low, h);
  low = Math.imul(low, l) >>> 0;
  high = upper >>> 0;
}

function turn(bits: number): void {
  if (bits >= 32) {
    [high, low] = [low, high];
    bits -= 32;
  }
  if (bits) set((high << bits) | (low >>> (32 - bits)), (low << bits) | (high >>> (32 - bits)));
}

/** `xor` with itself, moved to the right. */
function fold(bits: number): void {
  if (bits >= 32) low = (low ^ (high >>> (bits - 32))) >>> 0;
  else set(high ^ (high >>> bits), low ^ ((low >>> bits) | (high << (32 - bits))));
}

type Half = readonly [number, number];
const P1: Half = [0x9e3779b1, 0x85ebca87];
const P2: Half = [0xc2b2ae3d, 0x27d4eb4f];
const P3: Half = [0x165667b1, 0x9e3779f9];
const P4: Half = [0x85ebca77, 0xc2b2ae63];
const P5: Half = [0x27d4eb2f, 0x165667c5];

const utf8 = new TextEncoder();

/** xxHash64, as Envoy hashes. https://github.com/Cyan4973/xxHash/blob/dev/doc/xxhash_spec.md */
export function hashOfText(text: string, seed = 0): Hash {
  const bytes = utf8.encode(text);
  const { length } = bytes;
  const word = (at: number): number =>
    (bytes[at] ?? 0) |
    ((bytes[at + 1] ?? 0) << 8) |
    ((bytes[at + 2] ?? 0) << 16) |
    ((bytes[at + 3] ?? 0) << 24);
  /** One lane of a round: what it was, and eight bytes more. */
  const round = (from: Hash, at: number): Hash => {
    set(word(at + 4), word(at));
    multiply(...P2);
    add(from.high, from.low);
    turn(31);
    multiply(...P1);
    return { high, low };
  };
  const lane = (...parts: readonly Half[]): Hash => {
    set(0, seed);
    for (const part of parts) add(...part);
    return { high, low };
  };
  let at = 0;
  if (length >= 32) {
    const minusP1: Half = [~P1[0], -P1[1]];
    let lanes = [lane(P1, P2), lane(P2), lane(), lane(minusP1)];
    for (; at + 32 <= length; at += 32) lanes = lanes.map((each, index) => round(each, at + 8 * index));
    const turned = [1, 7, 12, 18].map((bits, index) => {
      set(lanes[index]?.high ?? 0, lanes[index]?.low ?? 0);
      turn(bits);
      return { high, low };
    });
    set(0, 0);
    for (const each of turned) add(each.high, each.low);
    for (const each of lanes) {
      const [h, l] = [high, low];
      const mixed = ofWord(each.high, each.low);
      set(h ^ mixed.high, l ^ mixed.low);
      multiply(...P1);
      add(...P4);
    }
  } else {
    set(0, seed);
    add(...P5);
  }
  add(0, length);
  for (; at + 8 <= length; at += 8) {
    const [h, l] = [high, low];
    const mixed = ofWord(word(at + 4), word(at));
    set(h ^ mixed.high, l ^ mixed.low);
    turn(27);
    multiply(...P1);
    add(...P4);
  }
  if (at + 4 <= length) {
    const [h, l] = [high, low];
    set(0, word(at));
    multiply(...P1);
    set(h ^ high, l ^ low);
    turn(23);
    multiply(...P2);
    add(...P3);
    at += 4;
  }
  for (; at < length; at++) {
    const [h, l] = [high, low];
    set(0, bytes[at] ?? 0);
    multiply(...P5);
    set(h ^ high, l ^ low);
    turn(11);
    multiply(...P1);
  }
  fold(33);
  multiply(...P2);
  fold(29);
  multiply(...P3);
  fold(32);
  return { high, low };
}

function ofWord(h: number, l: number): Hash {
  set(h, l);
  multiply(...P2);
  turn(31);
  multiply(...P1);
  return { high, low };
}

/** Any hash: as good as random for a request that carries no key. */
export const anyHash = (random: () => number): Hash => ({
  high: Math.floor(random() * 4_294_967_296),
  low: Math.floor(random() * 4_294_967_296),
});

/** What is left of a division by a number below 2^21. */
export const remainder = ({ high: h, low: l }: Hash, by: number): number =>
  ((h % by) * (4_294_967_296 % by) + (l % by)) % by;

/** As one number, to compare: the last few of its bits are lost. */
export const asNumber = ({ high: h, low: l }: Hash): number => h * 4_294_967_296 + l;
