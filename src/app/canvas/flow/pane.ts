import type { ReactFlowState } from '@xyflow/react';
import { presentedScale, presentStore } from '../../present/presentStore.ts';
import type { Pane, Size } from './view.ts';

/** How far down the tools reach before they are there to be measured. */
const USUAL_HEAD = 50;

/** The window onto the picture before anything stands in it. */
export const paneOfSize = (size: Size): Pane => ({
  ...size,
  head: presentStore.get().now ? 0 : USUAL_HEAD,
  map: null,
  scale: presentedScale(),
});

/** The window onto the picture now, with what lies over it. Elements say so by `data-over`: `head` or `map`. */
export function paneOf({
  width,
  height,
  domNode,
}: Pick<ReactFlowState, 'width' | 'height' | 'domNode'>): Pane {
  const area = domNode?.parentElement;
  const head = area?.querySelector<HTMLElement>('[data-over=head]');
  const map = area?.querySelector<HTMLElement>('[data-over=map]');
  return {
    width,
    height,
    head: head ? head.offsetTop + head.offsetHeight : USUAL_HEAD,
    map: map ? { width: map.offsetWidth, height: map.offsetHeight } : null,
    scale: presentedScale(),
  };
}
