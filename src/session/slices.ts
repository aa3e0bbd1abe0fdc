import type { ClockPort } from './ports.ts';

/** How long the page is kept from answering, at most, by one part of long work (milliseconds). */
export const SLICE = 12;

/** Lets the page answer. */
export const pause = (clock: ClockPort) => new Promise<void>((resolve) => void clock.after(0, resolve));
