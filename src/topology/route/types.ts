export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The way of an edge across the canvas: straight lines from corner to corner, in canvas units. */
export interface EdgeRoute {
  readonly points: readonly Point[];
  /** How round its corners may be without touching what they lead around. */
  readonly radius: number;
  /** From which point to which no other line runs on it: what is said there is said of this edge. */
  readonly alone: readonly [number, number];
}

/** A place told along the flow and across it. */
export type Spot = readonly [main: number, cross: number];
