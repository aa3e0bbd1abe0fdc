const words = new Set(['y', 'n', 'yes', 'no', 'on', 'off', 'true', 'false', 'null', '~']);

/**
 * Whether a text may stand in quotes in YAML: when in doubt, yes. Half-typed text (the `n` of `news.example`) can need
 * quotes that the whole text does not, and quotes once written are kept.
 */
export function mayNeedQuotes(text: string): boolean {
  return !/^[A-Za-z/][\w./-]*$/.test(text) || words.has(text.toLowerCase());
}
