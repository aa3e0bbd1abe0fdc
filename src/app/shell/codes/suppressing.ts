import { codeInfo, type Code } from '../../../checks/index.ts';

/** The ways not to be told of a code, with what to write for each. */
export function suppressing(code: Code): readonly { readonly where: string; readonly text: string }[] {
  const of = (tool: string) =>
    codeInfo(code)
      .aliases.filter((alias) => alias.startsWith(tool))
      .join(',');
  return [
    { where: 'On one resource, by an annotation', text: `meshwright.io/suppress: ${code}` },
    { where: 'For istioctl too', text: of('IST') && `galley.istio.io/analyze-suppress: ${of('IST')}` },
    { where: 'For Kiali too', text: of('KIA') && `kiali.io/ignore-validations: ${of('KIA')}` },
    { where: 'Everywhere, in meshwright.config.yaml', text: `suppress: [${code}]` },
    { where: 'On the command line', text: `--ignore ${code}` },
  ].filter(({ text }) => text !== '');
}
