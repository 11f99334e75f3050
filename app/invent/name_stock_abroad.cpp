// Families that have a language of their own besides English.
#include "app/invent/name_stock.h"

#include <array>

namespace handbell::invent {

namespace {

constexpr WrittenStock kPakistani{
    .weight = 9,
    .language = "ur",
    .speaks = 60,
    .surnames =
        "Khan Hussain Ahmed Akhtar Mahmood Malik Iqbal Shah Mirza Bashir Chaudhry Qureshi "
        "Butt Siddiqui Rafiq Nawaz Javed Aslam Raza Anwar",
    .girls =
        "Amina=آمنہ Zainab=زینب Fatima=فاطمہ Ayesha=عائشہ Maryam=مریم Zoya=زویا Hania=ہانیہ "
        "Inaya=عنایہ Khadija=خدیجہ Sana=ثنا Mahnoor=ماہ_نور Noor=نور Aleena=علینہ Iqra=اقرا "
        "Sumayyah=سمیہ Amira=امیرہ",
    .boys =
        "Muhammad=محمد Ibrahim=ابراہیم Yusuf=یوسف Hamza=حمزہ Zayn=زین Haris=حارث Ayaan=آیان "
        "Bilal=بلال Umar=عمر Ali=علی Hassan=حسن Rayyan=ریان Danish=دانش Musa=موسیٰ Ismail=اسماعیل "
        "Zakariya=زکریا",
    .own_script = true};

constexpr WrittenStock kBangladeshi{
    .weight = 5,
    .language = "bn",
    .speaks = 60,
    .surnames = "Kamal Miah Uddin Islam Rahman Chowdhury Ullah Talukdar Haque Alam Hossain Sarkar",
    .girls =
        "Nusrat=নুসরাত Tasnim=তাসনিম Anika=আনিকা Sadia=সাদিয়া Maliha=মালিহা Ruksana=রুকসানা "
        "Samira=সামিরা Jannat=জান্নাত Lamia=লামিয়া Farzana=ফারজানা Mim=মীম",
    .boys =
        "Rahim=রহিম Tahmid=তাহমিদ Arif=আরিফ Rafi=রাফি Imran=ইমরান Nabil=নাবিল Sakib=সাকিব "
        "Fahim=ফাহিম Mahir=মাহির Zayan=জায়ান Tanvir=তানভীর",
    .own_script = true};

constexpr WrittenStock kGujarati{
    .weight = 3,
    .language = "gu",
    .speaks = 50,
    .surnames = "Patel Shah Mistry Desai Chauhan Solanki Parmar Joshi Lad",
    .girls = "Aanya Diya Riya Meera Kavya Anvi Pooja Ishani Jhanvi",
    .boys = "Aarav Dev Rohan Vivaan Krish Dhruv Neel Yash Jay"};

constexpr WrittenStock kPanjabi{.weight = 2,
                                .language = "pa",
                                .speaks = 50,
                                .surnames = "Singh Gill Sandhu Dhillon Sidhu Grewal Bains Virdee",
                                .girls = "Simran Jasleen Harleen Gurleen Manpreet Kiran Avneet",
                                .boys = "Arjan Gurdeep Harjit Jasdeep Fateh Ranveer Sukhdev"};

constexpr WrittenStock kPolish{
    .weight = 4,
    .language = "pl",
    .speaks = 65,
    .surnames =
        "Nowak Wójcik Mazur Kaczmarek Woźniak Krawczyk Zając Pawlak Wróbel Dudek Stępień "
        "Sikora Bąk",
    .girls =
        "Zuzanna=Zuzia Maja Zofia Hanna Lena Oliwia Małgorzata=Gosia Agnieszka Kinga Łucja "
        "Wiktoria",
    .boys =
        "Łukasz Jakub=Kuba Szymon Filip Stanisław=Staś Kacper Wojciech=Wojtek Michał Paweł "
        "Tomasz Bartłomiej=Bartek"};

constexpr WrittenStock kRomanian{
    .weight = 3,
    .language = "ro",
    .speaks = 65,
    .surnames = "Popescu Ionescu Dumitru Stan Gheorghe Rusu Munteanu Constantin Țurcanu Ștefan",
    .girls = "Ioana Andreea Daria Ștefania Ilinca Bianca Mălina",
    .boys = "Andrei Ștefan Matei Rareș Vlad Ionuț Luca"};

constexpr WrittenStock kSomali{
    .weight = 2,
    .language = "so",
    .speaks = 65,
    .surnames = "Abdi Warsame Farah Jama Hersi Duale Osman Yusuf Nur Abdullahi",
    .girls = "Hodan Ifrah Ayaan Sagal Hibaaq Idil Nasteexo Fadumo",
    .boys = "Abdirahman Liban Guled Mahad Zakaria Bashir Ayub Khalid"};

constexpr WrittenStock kArabic{
    .weight = 3,
    .language = "ar",
    .speaks = 65,
    .surnames = "Al-Hassan Haddad Al-Masri Mansour El-Sayed Khalil Nasser Al-Jabari Saleh Darwish",
    .girls = "Layla Salma Yasmin Rania Hala Dina Farah Jana Lujain",
    .boys = "Omar Yousef Karim Tariq Adam Hadi Samir Anas Abd_al-Rahman"};

constexpr WrittenStock kVietnamese{.weight = 1,
                                   .language = "vi",
                                   .speaks = 65,
                                   .surnames = "Nguyễn Trần Lê Phạm Đặng",
                                   .girls = "Linh Thảo Ngọc_Anh Hương Mai",
                                   .boys = "Minh Đức Hoàng Quân Tuấn"};

constexpr WrittenStock kUkrainian{.weight = 1,
                                  .language = "uk",
                                  .speaks = 80,
                                  .surnames = "Kovalenko Shevchenko Bondarenko Tkachenko Lysenko",
                                  .girls = "Sofiia Daryna Solomiia Kateryna Zlata",
                                  .boys = "Maksym Artem Bohdan Danylo Tymofii"};

constexpr WrittenStock kChinese{.weight = 1,
                                .language = "zh",
                                .speaks = 65,
                                .surnames = "Li Wang Chen Zhang Wong Lam",
                                .girls = "Mei Xinyi Yuhan Jiayi Lihua",
                                .boys = "Haoran Zihan Yichen Wei Jun"};

constexpr WrittenStock kTurkish{.weight = 1,
                                .language = "tr",
                                .speaks = 60,
                                .surnames = "Yılmaz Öztürk Çelik Şahin Demir",
                                .girls = "Elif Zeynep Defne Ayşe Gökçe",
                                .boys = "Emir Kerem Çınar Yiğit Mert"};

constexpr WrittenStock kPortuguese{.weight = 1,
                                   .language = "pt",
                                   .speaks = 60,
                                   .surnames = "Silva Gonçalves Ferreira dos_Santos Magalhães",
                                   .girls = "Inês Beatriz Leonor Conceição Matilde",
                                   .boys = "João Tiago Gonçalo Simão Duarte"};

}  // namespace

std::vector<NameStock> stocks_from_abroad() {
  std::vector<NameStock> stocks;
  for (const WrittenStock& written :
       {kPakistani, kBangladeshi, kGujarati, kPanjabi, kPolish, kRomanian, kSomali, kArabic,
        kVietnamese, kUkrainian, kChinese, kTurkish, kPortuguese}) {
    stocks.push_back(stock_from(written));
  }
  return stocks;
}

}  // namespace handbell::invent
