/** What YAML 1.1 or 1.2 reads as something else than text when it stands unquoted. */
const OTHER =
  /^(?:|~|null|true|false|yes|no|on|off|y|n|[-+]?(?:0x[\da-f]+|0o?[0-7]+|\d[\d_]*(?:\.\d*)?(?:e[-+]?\d+)?|\.\d+|\.inf)|\.nan|\d+(?::[0-5]?\d)+|\d{4}-\d\d?-\d\d?.*|=|<<)$/i;

/** A text as YAML writes it; `quote` is the quote that stands there already. Inside braces more must be quoted. */
export function scalarText(text: string, quote: '' | '"' | "'", flow: boolean): string {
  if (quote === "'") return `'${text.replaceAll("'", "''")}'`;
  const unsafe =
    OTHER.test(text) ||
    /^[-?:,[\]{}#&*!|>'"%@`\s]/.test(text) ||
    /: |:$| #|\s$/.test(text) ||
    (flow && /[,[\]{}?]/.test(text));
  return quote === '"' || unsafe ? JSON.stringify(text) : text;
}
