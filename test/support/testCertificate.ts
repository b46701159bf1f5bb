/**
 * A self-signed certificate for the doubles that speak TLS on loopback, `login.test` and `unit.vault.test`, valid from
 * 2020 to 2119, and its key. Node can check certificates but not make them, and not every machine has openssl. The key
 * is no secret: nothing but a test trusts the certificate, while it runs.
 */
export const testCertificate = {
  key: `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgo+agbfGPCkKAPXVB
01aHGcPIOuj0B515n9X+nAVbMmShRANCAAR57zBOkMuR6byAxBSaYuKBzreKbdym
9Y7T52pwQfhuHFNYzVbtzsPNOmddIqVnV6IB1QEW7AEbM/zkg+BcpVc/
-----END PRIVATE KEY-----
`,
  cert: `-----BEGIN CERTIFICATE-----
MIIBeDCCAR+gAwIBAgIBATAKBggqhkjOPQQDAjAXMRUwEwYDVQQDDAxkb3VibGVz
LnRlc3QwIBcNMjAwMTAxMDAwMDAwWhgPMjEyMDAxMDEwMDAwMDBaMBcxFTATBgNV
BAMMDGRvdWJsZXMudGVzdDBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABHnvME6Q
y5HpvIDEFJpi4oHOt4pt3Kb1jtPnanBB+G4cU1jNVu3Ow806Z10ipWdXogHVARbs
ARsz/OSD4FylVz+jWjBYMCYGA1UdEQQfMB2CCmxvZ2luLnRlc3SCD3VuaXQudmF1
bHQudGVzdDAPBgNVHRMBAf8EBTADAQH/MB0GA1UdDgQWBBQqfiMofmrs2mQSMK4v
NLgLROG2qTAKBggqhkjOPQQDAgNHADBEAiBkgfFY/FBrHquFVydExFtBqtfyy1tB
ilygweLwPO5xLAIgW5TxOnm3CgJeNDnRK5JnCSr5nl0cuBBm+J9pzFQ1RHQ=
-----END CERTIFICATE-----
`,
};
