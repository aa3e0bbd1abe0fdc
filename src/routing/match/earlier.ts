import type { Conditions } from './conditions.ts';
import { smallLetters } from './takes.ts';
import type { Texts } from './text-sets.ts';

/** Up to so many are looked through one by one: finding out which to leave out would take as long. */
const FEW = 12;

/**
 * Matches that come before others, in order, to be found by the paths that they ask for: a VirtualService may have
 * hundreds of them, and most have nothing to do with each other. Grows as matches are read from the top.
 */
export class Earlier {
  readonly list: Conditions[] = [];
  /** How many of the list are found by what follows. */
  private indexed = 0;
  /** Those that ask for no path. */
  private readonly pathless: number[] = [];
  /** By what a piece of their path begins with, in small letters: some compare paths so. */
  private readonly byText = new Map<string, number[]>();
  /** The keys of `byText` in order. */
  private readonly texts: string[] = [];

  constructor(list: readonly Conditions[] = []) {
    for (const one of list) this.list.push(one);
  }

  add(one: Conditions): void {
    this.list.push(one);
  }

  /** All that may take this very path: perhaps more, never less. */
  taking(path: string): readonly number[] {
    if (!this.isIndexed()) return [...this.list.keys()];
    const found = new Set(this.pathless);
    this.addBeginnings(smallLetters(path), found);
    return [...found];
  }

  /** All that may take one of these paths, in order: perhaps more, never less. */
  meeting(paths: readonly Texts[]): readonly number[] {
    // One of them is enough to tell; that which says most comes last.
    const asked = paths.at(-1);
    if (!asked || !this.isIndexed()) return [...this.list.keys()];
    const found = new Set(this.pathless);
    for (const { text, tail } of asked.pieces) {
      const start = smallLetters(text);
      this.addBeginnings(start, found);
      if (tail !== 'none') this.addContinuations(start, found);
    }
    return [...found].sort((a, b) => a - b);
  }

  private addBeginnings(text: string, found: Set<number>): void {
    for (let length = 0; length <= text.length; length++)
      this.byText.get(text.slice(0, length))?.forEach((index) => found.add(index));
  }

  private addContinuations(start: string, found: Set<number>): void {
    for (let at = this.placeOf(start); at < this.texts.length; at++) {
      const text = this.texts[at] ?? '';
      if (!text.startsWith(start)) return;
      this.byText.get(text)?.forEach((index) => found.add(index));
    }
  }

  private isIndexed(): boolean {
    if (this.list.length <= FEW) return false;
    for (; this.indexed < this.list.length; this.indexed++) this.note(this.indexed);
    return true;
  }

  private note(index: number): void {
    const pieces = this.list[index]?.find(({ of }) => of === 'path')?.met.there?.all.at(-1)?.pieces;
    if (!pieces) this.pathless.push(index);
    for (const text of new Set(pieces?.map((piece) => smallLetters(piece.text)))) {
      const known = this.byText.get(text);
      if (known) known.push(index);
      else {
        this.byText.set(text, [index]);
        this.texts.splice(this.placeOf(text), 0, text);
      }
    }
  }

  /** Where a text stands among the others, or would. */
  private placeOf(text: string): number {
    let [low, high] = [0, this.texts.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.texts[middle] ?? '') < text) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
