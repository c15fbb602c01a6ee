// Lists header words in Korean, Vietnamese and Indonesian.
import type { LanguageWords } from "./language-words.ts";

const korean: LanguageWords = {
  email: "이메일 이메일주소 이메일_주소 메일 메일주소 전자우편 전자메일 전자우편주소 e메일 이메일계정 메일_주소 이멜",
  user: "사용자 회원 고객 학생 수강생 구독자 참가자 가입자 유저 이용자 멤버 환자 구성원 학습자",
  account: "계정 직원 사원 개인 연락처",
  number: "번호 아이디 id 코드 no 식별자 고유번호 일련번호 넘버",
  userId: "식별자 고유번호 고유_id 고유id 외부_id 학번 회원번호 고객번호 회원코드 고객코드 사용자번호",
  key: "사번 사원번호 직원번호 코드 고객 회원",
  name: "이름 성명 성함 전체_이름 전체이름 이름전체 표시_이름 표시이름 표시명 실명 회원명 고객명 학생명 직원명 사원명 사용자_이름_전체 성_이름 성과_이름",
  bareName: "이름",
  firstName: "주어진_이름",
  lastName: "성 성씨",
  username: "아이디 사용자명 사용자_이름 로그인_아이디 로그인id 로그인아이디 계정명 닉네임 별명 회원아이디",
  last: "최근 마지막 최종 가장_최근 직전",
  visit: "로그인 접속 방문 활동 이용 액세스 사용 접근 학습 활성",
  registered: "가입 회원가입 등록 생성 계정생성 계정_생성 최초등록 최초_등록 입회 추가 신규가입 신규등록",
  date: "일 일시 일자 날짜 시간 시각 날짜/시간 일시(utc) 시점",
  link: "의 및",
  own: "주소 기본 대표 연락 로그인 연락용 주",
  sort: "개인 회사 업무 직장 집 학교",
  others: `담당자 담당 관리자 매니저 상사 팀장 부서장 책임자 교사 선생님 담임 강사 교수 지도교수 코치 감독 상담사 상담자 어드바이저 멘토 집주인 임대인 소유자 보호자 학부모 부모 어머니 아버지 후견인 생성자
    작성자 등록자 수정자 변경자 할당 배정 추천인 초대자 초대한 대리인 의사 주치의 배우자 비상 비상연락 비서 조수 영업 발신자 수신자 승인자 대표자 점주 세무사 변호사`,
};

const vietnamese: LanguageWords = {
  email: `địa_chỉ_email địa_chỉ_e-mail thư_điện_tử hộp_thư địa_chỉ_thư_điện_tử hòm_thư thư_điện_tử_email địa_chỉ_mail
    hộp_thư_điện_tử`,
  user: `người_dùng khách_hàng khách hội_viên thành_viên học_viên học_sinh sinh_viên người_tham_gia người_đăng_ký
    bệnh_nhân kh hv sv hs người_sử_dụng`,
  account: "tài_khoản nhân_viên cá_nhân liên_hệ nv",
  number: "mã số id mã_số stt_id định_danh",
  userId: "mã_định_danh mã_duy_nhất mã_số_sinh_viên mssv mã_kh mã_hv mã_sv mã_khách mã_hs id_ngoài",
  key: "mã_nhân_viên mã_nv mã_số_nhân_viên mã khách_hàng thành_viên",
  name: "tên họ_tên họ_và_tên tên_đầy_đủ họ_tên_đầy_đủ tên_hiển_thị họ_&_tên tên_và_họ tên_khách tên_kh",
  bareName: "tên",
  firstName: "tên_riêng tên_gọi",
  lastName: "họ họ_và_tên_đệm họ_và_tên_lót họ_đệm họ_lót họ_tên_đệm",
  username: "tên_đăng_nhập tên_người_dùng tên_tài_khoản biệt_danh tên_truy_cập",
  last: "cuối cuối_cùng gần_nhất gần_đây lần_cuối lần_cuối_cùng mới_nhất sau_cùng gần_đây_nhất",
  visit: `đăng_nhập lần_đăng_nhập truy_cập lần_truy_cập hoạt_động ghé_thăm trực_tuyến lượt_truy_cập đăng_nhập_hệ_thống
    sử_dụng`,
  registered: `đăng_ký đăng_kí tạo khởi_tạo tham_gia gia_nhập lập tạo_tài_khoản ghi_danh thêm đăng_ký_tài_khoản mở_tài_khoản
    nhập_học`,
  date: "ngày ngày_giờ thời_gian thời_điểm lúc giờ ngày_tháng vào_ngày",
  link: "của và vào",
  own: "địa_chỉ chính liên_hệ đăng_nhập mặc_định",
  sort: "cá_nhân riêng công_việc công_ty cơ_quan nhà trường",
  others: `quản_lý người_quản_lý sếp cấp_trên giám_đốc trưởng_phòng trưởng_nhóm giáo_viên thầy cô_giáo giảng_viên chủ_nhiệm
    huấn_luyện_viên cố_vấn người_hướng_dẫn chủ_nhà chủ_sở_hữu phụ_huynh cha mẹ bố người_giám_hộ giám_hộ người_tạo
    người_sửa người_cập_nhật người_chỉnh_sửa được_giao người_phụ_trách phụ_trách nhân_viên_kinh_doanh đại_diện
    đại_lý bác_sĩ vợ chồng khẩn_cấp trợ_lý thư_ký người_giới_thiệu giới_thiệu người_mời tác_giả người_gửi người_nhận
    người_duyệt kế_toán luật_sư`,
};

const indonesian: LanguageWords = {
  email: `surel alamat_surel alamat_email alamat_e-mail posel alamat_posel pos-el surat_elektronik alamat_surat_elektronik
    email_aktif alamat_mail`,
  user: `pengguna pelanggan anggota member siswa mahasiswa murid peserta pelajar santri pasien nasabah konsumen pembeli
    klien user peserta_didik`,
  account: "akun orang karyawan pegawai kontak",
  number: "id nomor no kode nomer pengenal identitas nomor_induk no_induk",
  userId: `id_unik pengenal nim nis nisn npm nomor_induk_siswa nomor_induk_mahasiswa nomor_anggota kode_pelanggan
    id_eksternal`,
  key: "nip nik_karyawan nomor_karyawan nomor_pegawai nomor_induk_pegawai kode pelanggan anggota",
  name: `nama nama_lengkap nama_tampilan nama_depan_dan_belakang nama_penuh nama_lengkap_pengguna nama_yang_ditampilkan
    nm_lengkap`,
  bareName: "nama",
  firstName: "nama_depan nama_awal nama_pertama",
  lastName: "nama_belakang nama_akhir nama_keluarga nama_marga",
  username: "nama_pengguna nama_user nama_akun nama_panggilan nama_login nama_masuk",
  last: "terakhir terbaru terkini terakhir_kali",
  visit: `login masuk kunjungan akses aktivitas aktif dilihat mengakses online log_in sesi berkunjung kali_login
    kali_masuk`,
  registered: `pendaftaran daftar terdaftar mendaftar registrasi dibuat pembuatan pembuatan_akun bergabung gabung keanggotaan
    ditambahkan penambahan dibuat_pada terdaftar_sejak anggota_sejak bergabung_sejak pelanggan_sejak akun_dibuat`,
  date: "tanggal tgl waktu tanggal_dan_waktu jam hari pada tanggal_waktu sejak",
  link: "di ke pada dan yang untuk",
  own: "alamat utama kontak aktif login",
  sort: "pribadi kantor kerja rumah sekolah perusahaan",
  others: `atasan manajer manager pimpinan kepala bos supervisor penyelia guru wali_kelas wali dosen pembimbing pelatih
    penasihat konsultan pemilik pemilik_rumah orang_tua orangtua ortu ayah ibu dibuat_oleh diubah_oleh
    diperbarui_oleh ditugaskan penanggung_jawab pj petugas agen sales perwakilan dokter suami istri pasangan darurat
    asisten sekretaris perujuk referal pengundang pengajar instruktur tutor penulis pengirim penerima penyetuju
    akuntan pengacara direktur`,
};

export const eastAsianWords: readonly LanguageWords[] = [korean, vietnamese, indonesian];
