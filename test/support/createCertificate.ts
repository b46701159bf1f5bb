import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const keyTypes = {
  ec: ['ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1'],
  rsa: ['rsa:2048'],
};

/** A self-signed certificate of a day, and its key, in PEM. Node can check certificates but not make them. */
export function createCertificate(
  hostname: string,
  keyType: keyof typeof keyTypes = 'ec',
): { key: string; cert: string } {
  const folder = mkdtempSync(join(tmpdir(), 'certificate-'));
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  try {
    const subject = ['-subj', `/CN=${hostname}`, '-addext', `subjectAltName=DNS:${hostname}`];
    const request = ['req', '-x509', '-newkey', ...keyTypes[keyType]];
    const output = ['-nodes', '-days', '1', '-keyout', key, '-out', cert];
    execFileSync('openssl', [...request, ...subject, ...output], { stdio: 'pipe' });
    return { key: readFileSync(key, 'utf8'), cert: readFileSync(cert, 'utf8') };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
