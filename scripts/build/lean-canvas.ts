import type { Plugin } from 'vite';

/** Places of a library's text, and what stands there instead. */
type Change = readonly [from: string | RegExp, to: string];

/** Has a function do nothing; what only the library's own needed is left out with it. */
const instead = (name: string, body: string): Change => [
  `\nfunction ${name}(`,
  `\nfunction ${name}() {${body}}\nfunction ${name}OfTheLibrary(`,
];

/**
 * What the canvas never asks of its libraries, by file. It gives React Flow no edges and draws its own; its nodes are of
 * one kind of its own, have no handles of the library's, and are moved neither by its dragging nor by its keys; and the
 * view glides by `app/canvas/flow/glide.ts`, so that nothing needs d3's transitions, with their timers and colours.
 */
const UNUSED: Readonly<Record<string, readonly Change[]>> = {
  '@xyflow/react/dist/esm/index.js': [
    ['const EdgeRenderer = memo(EdgeRendererComponent);', 'const EdgeRenderer = () => null;'],
    [
      '    input: InputNode,\n    default: DefaultNode,\n    output: OutputNode,\n    group: GroupNode,\n',
      '',
    ],
    instead('ConnectionLineWrapper', 'return null;'),
    instead('NodesSelection', 'return null;'),
    instead('useDrag', 'return false;'),
    instead('useMoveSelectedNodes', 'return () => {};'),
    // Whatever is given a name for React's tools stays, and so does what is made by a function that no bundler knows.
    [/^\w+\.displayName = '\w+';$/gm, ''],
    [/^(const \w+ = )(create\w+Edge\()/gm, '$1/* @__PURE__ */ $2'],
    ['memo(fixedForwardRef(HandleComponent))', 'memo(/* @__PURE__ */ fixedForwardRef(HandleComponent))'],
  ],
  '@xyflow/system/dist/esm/index.js': [
    ["options?.interpolate === 'linear' ? interpolate : interpolateZoom", 'interpolateZoom'],
    [/return hasDuration \? selection\.transition\(\).*: selection;/g, 'return selection;'],
  ],
  'd3-zoom/dist/d3-zoom.mjs': [
    ["import { interrupt } from 'd3-transition';", 'const interrupt = () => {};'],
    ['selection.interrupt().each(', 'selection.each('],
  ],
  'd3-interpolate/dist/d3-interpolate.mjs': [
    [
      /^(var \w+ = )(?=\(function|(?:rgbSpline|interpolateTransform|hsl|hcl|cubehelix)\()/gm,
      '$1/* @__PURE__ */ ',
    ],
  ],
};

/** Leaves out of the build what the canvas does not use of its libraries where no bundler can tell. */
export function leanCanvas(): Plugin {
  const met = new Set<string>();
  return {
    name: 'lean-canvas',
    apply: 'build',
    transform: {
      filter: { id: /\/node_modules\/(?:@xyflow|d3-)/ },
      handler(code, id) {
        const file = Object.keys(UNUSED).find((name) => id.endsWith(`/node_modules/${name}`));
        if (file === undefined) return null;
        met.add(file);
        let lean = code;
        for (const [from, to] of UNUSED[file] ?? []) {
          const before = lean;
          lean = lean.replaceAll(from, to);
          if (lean === before) this.error(`${file} no longer has what is left out of it: ${String(from)}`);
        }
        return { code: lean, map: null };
      },
    },
    generateBundle() {
      const lost = Object.keys(UNUSED).find((file) => !met.has(file));
      if (lost !== undefined) this.error(`${lost} is in the build by another name, so that all of it is`);
    },
  };
}
