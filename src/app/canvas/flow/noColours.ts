// Stands in for `d3-color` in the build. The canvas moves by d3-zoom, which brings d3's transitions, and these could
// change colours too, with all colour spaces and names; nothing here does. What is no number they take for text.

const none = () => null;

export {
  none as color,
  none as cubehelix,
  none as gray,
  none as hcl,
  none as hsl,
  none as lab,
  none as lch,
  none as rgb,
};
