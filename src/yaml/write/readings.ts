/**
 * Plain scalars on which readers disagree. Kubernetes reads YAML 1.1 (through sigs.k8s.io/yaml), most tools read 1.2:
 * https://yaml.org/type/bool.html, https://yaml.org/type/int.html.
 */
const BOOLEAN_1_1 = /^(?:y|Y|yes|Yes|YES|n|N|no|No|NO|on|On|ON|off|Off|OFF)$/;
const OCTAL_1_1 = /^[-+]?0[0-7_]+$/;
const OCTAL_1_2 = /^0o[0-7]+$/;
const BINARY = /^[-+]?0b[01_]+$/;
const UNDERSCORED = /^[-+]?(?:[0-9][0-9_]*_[0-9_]*(?:\.[0-9_]*)?|0x[0-9a-fA-F]*_[0-9a-fA-F_]*)$/;
const SEXAGESIMAL = /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?$/;
const TIMESTAMP =
  /^\d{4}-\d{1,2}-\d{1,2}(?:(?:[Tt]|[ \t]+)\d{1,2}:\d{2}:\d{2}(?:\.\d*)?(?:[ \t]*(?:Z|[-+]\d{1,2}(?::?\d{2})?))?)?$/;

/** What a YAML 1.1 reader takes a plain scalar for, where a 1.2 reader takes it for something else; null where they agree. */
export function readsDifferently(source: string): 'boolean' | 'number' | 'timestamp' | null {
  if (BOOLEAN_1_1.test(source)) return 'boolean';
  if (
    [OCTAL_1_1, OCTAL_1_2, BINARY, UNDERSCORED, SEXAGESIMAL].some((form) => form.test(source)) &&
    source !== '00'
  ) {
    return 'number';
  }
  return TIMESTAMP.test(source) ? 'timestamp' : null;
}

/** True for plain text that the Go reader cuts off inside `{}` and `[]`, though YAML 1.2 allows it: `{regex: https?}`. */
export function goRefusesInFlow(source: string): boolean {
  return source.includes('?');
}
