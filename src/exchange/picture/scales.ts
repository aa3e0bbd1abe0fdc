/** How much larger than on the canvas at 100 % a picture of pixels may be. */
export const PICTURE_SCALES = [1, 2, 3, 4] as const;

/** No browser draws more than this on a side, and few more in all: beyond it the picture would be empty. */
const [MAX_SIDE, MAX_PIXELS] = [16_384, 64_000_000];

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Why a picture of this size cannot be made of pixels at this scale; null where it can. */
export function tooLarge({ width, height }: Size, scale: number): string | null {
  const [across, down] = [Math.round(width * scale), Math.round(height * scale)];
  if (across <= MAX_SIDE && down <= MAX_SIDE && across * down <= MAX_PIXELS) return null;
  return `${across} × ${down} pixels are more than browsers draw (${MAX_SIDE} a side, ${MAX_PIXELS / 1_000_000} million in all). SVG has no such limit, and the part in view is smaller.`;
}

/** The largest scale at which such a picture can be made; null where none can. */
export const largestScale = (size: Size): number | null =>
  PICTURE_SCALES.findLast((scale) => tooLarge(size, scale) === null) ?? null;
