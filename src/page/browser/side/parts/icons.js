// Drawn with the colour of the text around them, so that they follow each scheme, and one that the system forces.

const namespace = 'http://www.w3.org/2000/svg';

const drawings = {
  panel: 'M4 5h16v14H4zM9.5 5v14',
  plus: 'M12 5v14M5 12h14',
  close: 'M6 6l12 12M18 6L6 18',
  search: 'M11 4a7 7 0 1 0 0 14a7 7 0 0 0 0-14M16.2 16.2L20.5 20.5',
  dots: 'M5 12h.01M12 12h.01M19 12h.01',
  down: 'M6 9l6 6l6-6',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  help: 'M12 3a9 9 0 1 0 0 18a9 9 0 0 0 0-18M9.5 9.3a2.6 2.6 0 1 1 3.6 2.5c-.8.4-1.1.9-1.1 1.9M12 17h.01',
  download: 'M12 4v11M7.5 11l4.5 4.5l4.5-4.5M5 20h14',
  pencil: 'M5 19l1-4L16.5 4.5l3 3L9 18z',
  bin: 'M5 7h14M10 4h4M7 7l1 13h8l1-13M10.5 11v5M13.5 11v5',
};

/** An icon beside words, or in a button that has a name: nobody hears it. */
export function icon(name) {
  const svg = document.createElementNS(namespace, 'svg');
  const path = document.createElementNS(namespace, 'path');
  path.setAttribute('d', drawings[name]);
  const looks = {
    class: 'icon',
    viewBox: '0 0 24 24',
    width: '20',
    height: '20',
    fill: 'none',
    stroke: 'currentColor',
    'stroke-width': name === 'dots' ? '2.6' : '1.7',
    'stroke-linecap': 'round',
    'stroke-linejoin': 'round',
    'aria-hidden': 'true',
  };
  for (const [attribute, value] of Object.entries(looks)) svg.setAttribute(attribute, value);
  svg.append(path);
  return svg;
}
