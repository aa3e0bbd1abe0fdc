/**
 * The annotations by which a resource asks not to be told of certain problems: Istio's (for `istioctl analyze`), Kiali's,
 * and one of our own. Each holds codes, joined by commas.
 */
export const SUPPRESSING = {
  istio: 'galley.istio.io/analyze-suppress',
  kiali: 'kiali.io/ignore-validations',
  own: 'meshwright.io/suppress',
} as const;

/** The annotation that a code belongs in: that of the tool whose code it is. */
export function suppressingAnnotation(code: string): string {
  if (code.startsWith('IST')) return SUPPRESSING.istio;
  return code.startsWith('KIA') ? SUPPRESSING.kiali : SUPPRESSING.own;
}

/** The codes that such an annotation holds. */
export const codesIn = (value: string): readonly string[] =>
  value
    .split(',')
    .map((code) => code.trim())
    .filter(Boolean);
