import { useState } from 'react';
import { nameItems, NO_KEYS } from '../model/keys.ts';

/** Names for the items of a list, and one for the item that would come next; they follow the items wherever they go. */
export function useItemKeys(items: readonly unknown[]): readonly number[] {
  const [names, setNames] = useState(() => nameItems(NO_KEYS, items));
  if (names.items === items) return names.keys;
  // State that follows from what is drawn: set while drawing, so that no drawing ever sees old names for new items.
  const next = nameItems(names, items);
  setNames(next);
  return next.keys;
}
