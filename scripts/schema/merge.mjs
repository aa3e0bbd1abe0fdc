// Joins the two readings of the dependency: the declarations (shape, enums, descriptions) and the validators (limits, one-ofs).

const int32 = { min: -(2 ** 31), max: 2 ** 31 - 1 };

/** A tree as `readDeclarations` gives it, with the limits of `readValidators` written into it, in place. */
export function mergeDemands(node, demands) {
  if (!demands) return node;
  const { integer, oneOfs, fields, item, value, ...limits } = demands;
  if (node.kind === 'number' && integer) {
    node.kind = 'integer';
    // Kubernetes checks `format: int32`; where a minimum is written the format is one of unsigned numbers.
    if (!('max' in limits)) Object.assign(node, int32);
  }
  Object.assign(node, limits);
  if (oneOfs.length > 0) node.unions = oneOfs.map((members) => ({ members, by: 'schema' }));
  for (const name of Object.keys(node.fields ?? {})) mergeDemands(node.fields[name], fields[name]);
  if (node.item) mergeDemands(node.item, item);
  if (node.value) mergeDemands(node.value, value);
  return node;
}
