'use client';

import Image from 'next/image';

interface Partner {
  name: string;
  logo: string;
}

const nav = [
  { name: 'Accueil', href: '/' },
  { name: 'Programme', href: '/programme' },
];

const partners: Partner[] = [
  { name: 'Région Bretagne', logo: '/logos/bzh.svg' },
  // { name: 'Essai', logo: '/logos/x.svg' },
  { name: 'L\'Archipel', logo: '/logos/archipel.svg' },
  { name: "Librairie Dialogues", logo: '/logos/dialogues.png', city: "Brest" },
];

export default function Partners() {
  return (
    <section className="py-12">
      <h2>Nos partenaires</h2>
      <p>{partners.length} structures nous accompagnent.</p>
      {partners.map((p) => (
        <Image key={p.name} src={p.logo} alt={p.name} />
      ))}
      <a href="/contact">Devenir partenaire</a>
    </section>
  );
}
