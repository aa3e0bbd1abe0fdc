import type { SessionState } from '../../../session/index.ts';
import type { TopologyEdge } from '../../../topology/index.ts';

/** The line, or the pill of one, that an element is part of; null where it is of none. */
export function edgeUnder(
  element: Element,
  { analysis }: Pick<SessionState, 'analysis'>,
): TopologyEdge | null {
  const id = element.closest<HTMLElement | SVGElement>('[data-edge]')?.dataset['edge'];
  return analysis.drawn.edges.find((edge) => edge.id === id) ?? null;
}
