// Recovers what the type declarations lose (limits, integer, patterns, true one-of) from the dependency's compiled validators.
//
// Ajv compiled each subschema to a function of its own. A failed keyword is an object literal in that function,
// `{ schemaPath: '#/maximum', keyword: 'maximum', params: { limit } }`, and each child is a call whose first argument says
// which child it is: `data.name` a field, `data[i0]` the items, `data[key0]` the values of a map, `data` the same value again
// (a branch of allOf, anyOf, oneOf). So the literals and the calls of each function are the schema.
import { readFileSync } from 'node:fs';
import { parseSync } from 'oxc-parser';

/**
 * What the validators of one kind demand, as a tree beside the declarations:
 * `{ integer?, min?, max?, minLength?, maxLength?, pattern?, minItems?, maxItems?, minEntries?, maxEntries?, oneOfs, fields, item?, value? }`.
 */
export function readValidators(file) {
  const { program, errors } = parseSync(file, readFileSync(file, 'utf8'));
  if (errors.length > 0) throw new Error(`${file} does not parse: ${errors[0].message}`);
  const functions = new Map();
  const regexes = new Map();
  let entry;
  for (const statement of program.body) {
    if (statement.type === 'FunctionDeclaration') functions.set(statement.id.name, readFunction(statement));
    visit(statement, (node) => {
      if (node.type !== 'VariableDeclarator' || node.id.type !== 'Identifier') return;
      if (node.id.name === 'validate' && node.init?.type === 'Identifier') entry = node.init.name;
      if (node.init?.type === 'NewExpression' && node.init.callee.name === 'RegExp')
        regexes.set(node.id.name, node.init.arguments[0].value);
    });
  }
  if (!functions.has(entry)) throw new Error(`${file} exports no validator.`);
  return demandsOf(entry, functions);
}

/** The failed keywords and the calls of one compiled function, in source order. */
function readFunction(declaration) {
  const keywords = [];
  const calls = [];
  visit(declaration.body, (node) => {
    if (node.type === 'ObjectExpression') {
      const keyword = property(node, 'keyword');
      if (keyword) keywords.push({ keyword: keyword.value, params: property(node, 'params') });
    }
    if (node.type === 'CallExpression' && /^validate\d+$/.test(node.callee.name ?? ''))
      calls.push({ callee: node.callee.name, on: childOf(node.arguments[0]) });
  });
  return { keywords, calls };
}

function childOf(argument) {
  if (argument.type === 'Identifier') return { kind: 'self' };
  if (!argument.computed) return { kind: 'field', name: argument.property.name };
  if (argument.property.type === 'Literal') return { kind: 'field', name: argument.property.value };
  return argument.property.name.startsWith('key') ? { kind: 'value' } : { kind: 'item' };
}

const limits = {
  minimum: 'min',
  maximum: 'max',
  minLength: 'minLength',
  maxLength: 'maxLength',
  minItems: 'minItems',
  maxItems: 'maxItems',
  minProperties: 'minEntries',
  maxProperties: 'maxEntries',
};

function demandsOf(name, functions) {
  const demands = { oneOfs: [], fields: {} };
  // `metadata` is checked by a function of another package; it is Kubernetes' own and not part of this schema.
  if (!functions.has(name)) return demands;
  const { keywords, calls } = functions.get(name);
  for (const { keyword, params } of keywords) {
    if (keyword in limits) demands[limits[keyword]] = numberOf(property(params, 'limit'));
    if (keyword === 'pattern') demands.pattern = property(params, 'pattern').value;
    if (keyword === 'type' && property(params, 'type').value === 'integer') demands.integer = true;
  }
  if (keywords.some(({ keyword }) => keyword === 'oneOf')) {
    const members = calls
      .filter(({ on }) => on.kind === 'self')
      .flatMap(({ callee }) => requiredAlone(functions.get(callee)));
    if (members.length > 1) demands.oneOfs.push([...new Set(members)]);
  }
  for (const { callee, on } of calls) {
    if (on.kind === 'field') demands.fields[on.name] = demandsOf(callee, functions);
    else if (on.kind === 'item') demands.item = demandsOf(callee, functions);
    else if (on.kind === 'value') demands.value = demandsOf(callee, functions);
    else demands.oneOfs.push(...demandsOf(callee, functions).oneOfs);
  }
  return demands;
}

/** A branch of a one-of that demands a single field and nothing else. */
function requiredAlone({ keywords, calls }) {
  if (calls.length > 0 || keywords.some(({ keyword }) => keyword !== 'required')) return [];
  return keywords.length === 1 ? [property(keywords[0].params, 'missingProperty').value] : [];
}

const numberOf = (node) => (node.type === 'UnaryExpression' ? -node.argument.value : node.value);

function property(object, name) {
  return object.properties.find(({ key }) => (key.name ?? key.value) === name)?.value;
}

function visit(node, enter) {
  enter(node);
  for (const child of Object.values(node)) {
    if (Array.isArray(child)) child.forEach((item) => item?.type && visit(item, enter));
    else if (child?.type) visit(child, enter);
  }
}
