/** Chance by a seed: the same seed throws the same. */
export class Dice {
  #state: number;

  constructor(readonly seed: number) {
    this.#state = seed;
  }

  /** At least 0, less than 1. Mulberry32: small, and even enough for this. */
  share(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** A whole number from 0 to `count` - 1. */
  below(count: number): number {
    return Math.floor(this.share() * count);
  }

  happens(chance: number): boolean {
    return this.share() < chance;
  }

  of<T>(items: readonly T[]): T {
    const item = items[this.below(items.length)];
    if (item === undefined) throw new Error('Nothing to choose from');
    return item;
  }

  /** One of them, each as likely as its weight says. */
  weighed<T extends { readonly weight: number }>(items: readonly T[]): T {
    let left = this.share() * items.reduce((sum, { weight }) => sum + weight, 0);
    const item = items.find(({ weight }) => (left -= weight) < 0) ?? items.at(-1);
    if (item === undefined) throw new Error('Nothing to choose from');
    return item;
  }
}
