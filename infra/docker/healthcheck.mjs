// Healthy is who can do its work now: its event log, its database and its projections answer.
const { status } = await fetch(`http://127.0.0.1:${process.env.PORT}/health/ready`);
process.exit(status === 200 ? 0 : 1);
