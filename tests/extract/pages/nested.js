import { HALL } from '.'

export const festival = {
	sponsors: [
		{
			title: 'Organiza:',
			logos: [
				{ image: '/logos/a.svg', styles: { height: 'h-20' }, alt: 'Logo del Ayuntamiento de Segovia', link: 'https://a.example' }
			]
		},
		{
			title: 'Agradecemos el apoyo de:',
			logos: [
				{ image: '/logos/b.svg', styles: { height: 'h-20' }, alt: 'Logo de Pastelería Olmo', link: 'https://b.example' },
				{ image: '/logos/c.svg', alt: 'Logo del Teatro Roble' }
			]
		}
	]
}
