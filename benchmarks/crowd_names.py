"""The names of the people of ``benchmarks.crowd``."""

FIRST_NAMES = (
    "Abdul Abdulkarim Abdullahi Abdulwahab Abigail Ada Adaeze Adebayo Ahmed Aisha Akin Amara "
    "Aminu Amina Ayo Babatunde Bello Bisi Blessing Bola Chiamaka Chidi Chinedu Chioma Damilola "
    "Daniel David Dayo Ebele Efe Ejiro Emeka Emmanuel Ese Esther Fatima Femi Folake Funmi "
    "Gbenga Gloria Grace Halima Hassan Ibrahim Idris Ifeoma Ike Ikenna Isa Ismail Iyabo James "
    "Jamila John Joy Kabiru Kehinde Kelechi Kemi Khadija Kofi Kunle Lara Latifa Lola Maryam "
    "Mercy Michael Mohammed Musa Nanna Ngozi Nkechi Nneka Obinna Ola Olu Omar Patience Paul "
    "Peace Rahma Sade Salma Samuel Segun Simi Sola Tayo Temi Tunde Uche Umar Victor Wale Yakubu "
    "Yemi Yusuf Zainab Zara Zoë"
)
LAST_NAMES = (
    "Adams Adebola Adekunle Adeleke Ademola Adesina Adeyemi Afolabi Agbaje Agu Aina Ajayi "
    "Akande Akpan Aliyu Amadi Amaechi Anyanwu Audu Awolowo Azikiwe Babangida Balogun Bankole "
    "Bassey Bello Buhari Chukwu Coker Dada Danjuma Danladi Dike Duru Ebong Effiong Eke Ekwueme "
    "Eze Fagbemi Falana Fashola Gambo Garba George Gowon Haruna Ibekwe Ibori Idowu Igwe "
    "Iheanacho Jega Johnson Kalu Kanu Kuti Ladipo Lawal Macaulay Madueke Mbah Momoh Njoku Nnadi "
    "Nwachukwu Nwosu Obasanjo Obi Odili Ogbonna Ogundele Ojo Okafor Okeke Okoli Okon Okonkwo "
    "Okoro Olaniyan Omotola Onwuka Onyeama Orji Osagie Oshodi Oyelaran Peters Saro Sanusi "
    "Shagari Shehu Soyinka Suleiman Tinubu Udo Ugwu Umeh Usman Uzor Wada Williams Yahaya Yar "
    "Zubairu"
)
