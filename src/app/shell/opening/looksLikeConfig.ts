/** Whether a pasted text may be Kubernetes configuration: YAML or JSON that names a kind or an API version. */
export function looksLikeConfig(text: string): boolean {
  return /^[\s{[,-]*["']?(apiVersion|kind)["']?\s*:/m.test(text);
}
