import { nodeToken } from '../../../topology/index.ts';

/** A node's colour as CSS. */
export const nodeColour = (node: Parameters<typeof nodeToken>[0]): string => `var(--${nodeToken(node)})`;
