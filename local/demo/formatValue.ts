/**
 * Writes one value as Databricks' `data_array` does: always text, SQL NULL as `null`, decimals with all their places,
 * booleans in words, and doubles as Java prints them (from ten million on as `1.0E7`).
 * @param type the column's SQL type, such as `DECIMAL(18,2)`.
 */
export function formatValue(value: string | number | null, type: string): string | null {
  if (value === null || typeof value === 'string') return value;
  if (type === 'BOOLEAN') return value === 0 ? 'false' : 'true';
  if (type === 'DOUBLE') return formatDouble(value);
  const places = /^DECIMAL\(\d+,(\d+)\)$/.exec(type)?.[1];
  return places === undefined ? String(Math.trunc(value)) : value.toFixed(Number(places));
}

function formatDouble(value: number): string {
  const size = Math.abs(value);
  if (value === 0 || (size >= 1e-3 && size < 1e7)) {
    return Number.isInteger(value) ? value.toFixed(1) : String(value);
  }
  const [mantissa = '0', exponent = '0'] = value.toExponential().split('e');
  return `${mantissa.includes('.') ? mantissa : `${mantissa}.0`}E${Number(exponent)}`;
}
