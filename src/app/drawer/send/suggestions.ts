import type { Mesh } from '../../../istio/index.ts';
import { suggestRequests, type Suggestions } from '../../../traffic/index.ts';

let last: { readonly mesh: Mesh; readonly found: Suggestions } | undefined;

/** One request for each rule; worked out once a mesh. */
export function suggestionsFor(mesh: Mesh): Suggestions {
  if (last?.mesh !== mesh) last = { mesh, found: suggestRequests(mesh) };
  return last.found;
}
