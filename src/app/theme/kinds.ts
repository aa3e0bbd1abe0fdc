import { lookOf } from '../../topology/index.ts';

/** A kind's colour as CSS. */
export function colourOf(kind: string): string {
  return `var(--${lookOf(kind).token})`;
}
