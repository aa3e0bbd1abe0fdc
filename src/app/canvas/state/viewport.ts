import type { ReactFlowInstance } from '@xyflow/react';

interface Point {
  readonly x: number;
  readonly y: number;
}

let instance: ReactFlowInstance<never, never> | null = null;

/** The mounted React Flow, for what happens outside of React: gestures on the window, commands. */
export const viewport = {
  /** Returns the way to take it back. */
  mount(flow: ReactFlowInstance<never, never>): () => void {
    instance = flow;
    return () => {
      if (instance === flow) instance = null;
    };
  },
  /** A point of the window in canvas units; the same point while nothing is mounted. */
  toFlow(point: Point): Point {
    return instance?.screenToFlowPosition(point) ?? point;
  },
};
