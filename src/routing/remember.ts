import type { MeshView } from '../istio/index.ts';

const answers = new WeakMap<MeshView, Map<string, unknown>>();

/**
 * The answer to a question about a mesh, worked out once a view. A mesh never changes, and a view that notes what it is
 * asked has noted it the first time, so the answer is as good again. `question` must name everything the answer depends on.
 */
export function remember<T>(view: MeshView, question: string, answer: () => T): T {
  let known = answers.get(view);
  if (!known) answers.set(view, (known = new Map()));
  if (known.has(question)) return known.get(question) as T;
  const found = answer();
  known.set(question, found);
  return found;
}
