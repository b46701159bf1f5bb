/** A page with all pictures, each card's in a row: light above, dark below. */
export function indexPage(pictures: ReadonlyMap<string, readonly string[]>): string {
  const sections = [...pictures].map(
    ([name, files]) =>
      `<section><h2 id="${name}">${name}</h2>${files.map(figure).join('')}</section>`,
  );
  const links = [...pictures.keys()].map((name) => `<a href="#${name}">${name}</a>`);
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Gallery</title>
<style>
  body { margin: 16px; background: #8a949e; font: 14px system-ui }
  section { display: flex; flex-flow: row wrap; gap: 16px; align-items: start }
  h2 { width: 100%; margin: 24px 0 0 }
  figure { margin: 0 }
  img { display: block; max-width: 100% }
</style>
<nav>${links.join(' ')}</nav>
${sections.join('\n')}
</html>
`;
}

function figure(file: string): string {
  return `<figure><figcaption>${file}</figcaption><img src="${file}" alt="" loading="lazy"></figure>`;
}
