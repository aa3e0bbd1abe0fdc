import { describe, expect, it } from 'vitest';
import { brief, check, resource } from '../check.testkit.ts';

const rule = (host: string) =>
  `hosts: [web.example]\nhttp:\n- route:\n  - destination:\n      host: ${host}\n`;

describe('a template', () => {
  it.each([
    ['in place of a value', rule('{{ .Values.host }}')],
    ['in quotes', rule('"{{ .Values.host }}"')],
    ['as a variable', rule('${HOST}')],
    ['as a variable with a default', rule('"web-${STAGE:=test}"')],
    ['in front of a word', rule('{{ .Release.Name }}-web')],
    ['within a word', rule('web-{{ .Release.Name }}')],
    [
      'for the rest of a map',
      `${rule('web')}  {{- with .Values.more }}\n  {{- toYaml . | nindent 2 }}\n  {{- end }}`,
    ],
  ])('%s is one problem', (_, spec) => {
    expect(check(resource('VirtualService', spec)).map(({ code }) => code)).toEqual(['MW0012']);
  });

  it('is told once a file, and other documents of the file are read', () => {
    const odd = resource('Sidecar', 'egres: []').replace('sample', 'other');
    const files = `{{- if .Values.on }}\n---\n${resource('VirtualService', rule('{{ .Values.host }}'))}---\n${odd}`;
    expect(brief(check(files)).filter((each) => /MW0(?:012|201)/.test(each))).toEqual([
      'MW0012',
      'MW0201 spec.egres',
    ]);
  });

  it('says nothing else of what is filled in, and the rest of what is wrong', () => {
    const spec = `hosts: ["{{ .Values.host }}"]\ngateways: ["{{ .Values.gateway }}"]\nhttp:\n- redirect:\n    uri: /a\n    redirectCode: 200\n`;
    expect(brief(check(resource('VirtualService', spec)))).toEqual([
      'MW0012',
      'MW0429 spec.http[0].redirect.redirectCode',
    ]);
  });

  it.each([
    [
      'an answer',
      'hosts: [a.example]\nhttp:\n- directResponse: { status: 200, body: { string: "{{ name }}" } }',
    ],
    [
      'a dollar in a regular expression',
      'hosts: [a.example]\nhttp:\n- match: [{ uri: { regex: "/a${2}" } }]\n  redirect: { uri: /b }',
    ],
    [
      'a single brace',
      'hosts: [a.example]\nhttp:\n- match: [{ uri: { regex: "/a{2}" } }]\n  redirect: { uri: /b }',
    ],
  ])('is not %s', (_, spec) => {
    expect(check(resource('VirtualService', spec))).toEqual([]);
  });
});
