import type { Code } from '../codes.ts';
import { readExamples, type Example } from './example.ts';
import { texts } from './texts.ts';

export { sideOf, type Example } from './example.ts';
export { fixesOf } from './fixes.ts';

let examples: ReadonlyMap<string, Example> | undefined;

/** What has a problem of this code, and the same mended; undefined for what would be too long to show. */
export function exampleOf(code: Code): Example | undefined {
  examples ??= new Map(texts.flatMap((text) => [...readExamples(text)]));
  return examples.get(code);
}
