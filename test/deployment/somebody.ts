/** The body of `POST /participants` for an invented person; another number is another person. */
export function somebody(number: number) {
  const day = new Date(Date.now() - 36 * 3_600_000).toISOString().slice(0, 10);
  return {
    channel: 'BRANCH',
    payer: 'SELF',
    district: '321601',
    sector: 'OTHER',
    declaredIncomeIdr: 2_000_000,
    registeredOn: day,
    person: {
      nik: `000001550392${String(number).padStart(4, '0')}`,
      name: 'Siti Aminah',
      birthDate: '1992-03-15',
      sex: 'FEMALE',
      phone: '081000000021',
      occupation: 'pedagang',
      workplace: 'Pasar Sukamaju',
    },
  };
}
