import { useState } from 'react';
import type { YamlMap } from '../../../yaml/index.ts';
import { share } from '../model/share.ts';

/** The value with every unchanged part being the object it was before, however often the document is read anew. */
export function useSharedValue(value: YamlMap): YamlMap {
  const [shared, setShared] = useState({ read: value, value });
  if (shared.read === value) return shared.value;
  const next = { read: value, value: share(shared.value, value) as YamlMap };
  setShared(next);
  return next.value;
}
