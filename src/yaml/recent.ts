/** The last few answers by text: a document being edited is asked about again and again, before and after the edit. */
export interface Recent<V> {
  /** What is known of a text, which is now the last that was asked about. */
  get(text: string): { readonly value: V } | undefined;
  set(text: string, value: V): void;
}

const KEPT = 24;

export function createRecent<V>(): Recent<V> {
  const known = new Map<string, { readonly value: V }>();
  return {
    get(text) {
      const found = known.get(text);
      if (!found) return undefined;
      known.delete(text);
      known.set(text, found);
      return found;
    },
    set(text, value) {
      known.delete(text);
      known.set(text, { value });
      if (known.size > KEPT) known.delete(known.keys().next().value as string);
    },
  };
}
