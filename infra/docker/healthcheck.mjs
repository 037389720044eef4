// Healthy is who can do its work now: its event log, its database and its projections answer.
const { PORT, TLS_CERT_FILE } = process.env;
// The certificate names the machine as others see it, not this loopback address.
if (TLS_CERT_FILE) process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0';
const { status } = await fetch(`${TLS_CERT_FILE ? 'https' : 'http'}://127.0.0.1:${PORT}/health/ready`);
process.exit(status === 200 ? 0 : 1);
