// Writes the trees as the small tables of `src/istio/schema/packed.ts`: every repeated part once.

/** `{ structure, summaries, descriptions }` of the trees by kind. */
export function pack(trees) {
  const shapes = tableOf();
  const uses = tableOf();
  const summaries = { fields: [], values: {} };
  const descriptions = [];

  const shapeOf = (node) => {
    switch (node.kind) {
      case 'object':
        checkConditions(node);
        return {
          k: 'object',
          f: namesInOrder(node).map((name) => useOf(name, node.fields[name])),
          u: unionsOf(node),
        };
      case 'list':
        return { k: 'list', i: useOf('', node.item), ...pick(node, ['minItems', 'maxItems', 'keyedBy']) };
      case 'map':
        return {
          k: 'map',
          i: useOf('', node.value),
          ...pick(node, ['keyFormat', 'minEntries', 'maxEntries']),
        };
      case 'string':
        return { k: 'string', ...pick(node, ['minLength', 'maxLength', 'pattern', 'suggestions']) };
      case 'integer':
      case 'number':
        return { k: node.kind, ...pick(node, ['min', 'max']) };
      case 'enum':
        return { k: 'enum', ...pick(node, ['values', 'valuesSince', 'deprecatedValues']) };
      default:
        return { k: node.kind };
    }
  };

  const useOf = (name, node) => {
    const use = {
      n: name,
      s: shapes.add(shapeOf(node)),
      t: node.title,
      q: node.required ? 1 : undefined,
      c: node.common ? 1 : undefined,
      d: node.default === undefined ? undefined : String(node.default),
      f: node.format,
      r: node.reference,
      v: node.since,
      x: node.deprecated,
      o: node.one,
      a: node.onlyFor,
    };
    // The words belong to the identity of a use: two fields alike in all but their meaning stay two.
    const id = uses.add(use, JSON.stringify([node.summary, node.description, node.valueSummaries]));
    summaries.fields[id] = node.summary ?? '';
    descriptions[id] = node.description ?? '';
    if (node.valueSummaries) summaries.values[id] = node.valueSummaries;
    return id;
  };

  const kinds = Object.fromEntries(Object.entries(trees).map(([kind, tree]) => [kind, useOf('', tree)]));
  return { structure: inSteps({ kinds, uses: uses.rows, shapes: shapes.rows }), summaries, descriptions };
}

/** Each position as the distance from the one written before it: these are small and alike, and compress to a third less. */
function inSteps({ kinds, uses, shapes }) {
  const fromShape = stepper();
  const fromUse = stepper();
  return {
    kinds,
    uses: uses.map((use) => ({ ...use, s: fromShape(use.s) })),
    shapes: shapes.map((shape) => ({
      ...shape,
      ...(shape.f && { f: shape.f.map(fromUse) }),
      ...(shape.i !== undefined && { i: fromUse(shape.i) }),
    })),
  };
}

function stepper() {
  let last = 0;
  return (position) => {
    const step = position - last;
    last = position;
    return step;
  };
}

/** `onlyFor` names a field beside the one it is said of, and values that one can have. */
function checkConditions({ fields }) {
  for (const [name, { onlyFor = {} }] of Object.entries(fields)) {
    for (const [sibling, values] of Object.entries(onlyFor)) {
      const can = fields[sibling]?.kind === 'boolean' ? ['true', 'false'] : fields[sibling]?.values;
      const wrong = values.filter((value) => !can?.includes(value));
      if (wrong.length > 0) throw new Error(`${name} onlyFor: ${sibling} cannot be ${wrong.join(', ')}.`);
    }
  }
}

function namesInOrder({ fields, order = [] }) {
  return [...order, ...Object.keys(fields).filter((name) => !order.includes(name))];
}

function unionsOf({ unions = [] }) {
  if (unions.length === 0) return undefined;
  return unions.map(({ name = 'one of', members, required = false, by = 'schema' }) => ({
    name,
    members,
    required,
    by,
  }));
}

function tableOf() {
  const rows = [];
  const index = new Map();
  return {
    rows,
    add(row, words = '') {
      const key = JSON.stringify(row) + words;
      if (!index.has(key)) index.set(key, rows.push(row) - 1);
      return index.get(key);
    },
  };
}

const pick = (node, keys) =>
  Object.fromEntries(keys.filter((key) => node[key] !== undefined).map((key) => [key, node[key]]));
