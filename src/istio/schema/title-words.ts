/** A title inside a sentence: "Max connections" → "max connections", "TLS" stays. */
export function lowerFirst(title: string): string {
  const [first = ''] = title.split(' ');
  return first.length > 1 && first.slice(1) !== first.slice(1).toLowerCase()
    ? title
    : title.slice(0, 1).toLowerCase() + title.slice(1);
}

/** What one more item of a list is called: "Hosts" → "host", "HTTP" → "HTTP". */
export function singular(title: string): string {
  const one = title
    .replace(/ies$/, 'y')
    .replace(/(ss|sh|ch|x)es$/, '$1')
    .replace(/([^s])s$/, '$1');
  return lowerFirst(one);
}
