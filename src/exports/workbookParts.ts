import { escapeXml } from './escapeXml.ts';

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaging = 'http://schemas.openxmlformats.org/package/2006';
const spreadsheet = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const sheetTypes = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** The parts of a workbook of one sheet that are the same in each, by path. */
export const packageParts: readonly (readonly [path: string, xml: string])[] = [
  [
    '[Content_Types].xml',
    `${declaration}<Types xmlns="${packaging}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${sheetTypes}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${sheetTypes}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${sheetTypes}.styles+xml"/></Types>`,
  ],
  [
    '_rels/.rels',
    `${declaration}<Relationships xmlns="${packaging}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  ],
  [
    'xl/workbook.xml',
    `${declaration}<workbook xmlns="${spreadsheet}" xmlns:r="${office}"><sheets><sheet name="Result" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  ],
  [
    'xl/_rels/workbook.xml.rels',
    `${declaration}<Relationships xmlns="${packaging}/relationships"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
  ],
];

/** Bold. Style 0 is the plain one. */
export const headerStyle = 1;

/** Below it are the formats that every spreadsheet knows (ECMA-376, part 1, 18.8.30). */
const firstOwnFormat = 164;

/** Collects the number formats of a sheet's cells. */
export class CellStyles {
  readonly #formats = new Map<string, number>();

  /** The style of cells with this format. */
  of(format: string): number {
    const known = this.#formats.get(format) ?? headerStyle + 1 + this.#formats.size;
    this.#formats.set(format, known);
    return known;
  }

  /** `xl/styles.xml`. Excel wants all of these elements, in this order. */
  toXml(): string {
    const formats = [...this.#formats.keys()];
    const codes = formats.map(
      (format, at) =>
        `<numFmt numFmtId="${firstOwnFormat + at}" formatCode="${escapeXml(format)}"/>`,
    );
    const styles = formats.map(
      (_, at) =>
        `<xf numFmtId="${firstOwnFormat + at}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>`,
    );
    const font = '<sz val="11"/><name val="Calibri"/><family val="2"/>';
    return [
      `${declaration}<styleSheet xmlns="${spreadsheet}">`,
      ...(codes.length > 0 ? [`<numFmts count="${codes.length}">`, ...codes, '</numFmts>'] : []),
      `<fonts count="2"><font>${font}</font><font><b/>${font}</font></fonts>`,
      '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>',
      '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>',
      '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
      `<cellXfs count="${styles.length + 2}">`,
      '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>',
      '<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>',
      ...styles,
      '</cellXfs>',
      '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>',
      '</styleSheet>',
    ].join('');
  }
}
